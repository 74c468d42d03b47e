import type { DrawnKind } from './graph';

/** Drawn in a square of 14 px with round lines: no font has to know them. */
export const glyphs: Readonly<Record<DrawnKind, string>> = {
  gather: 'M3,2.5H11V12H3ZM5.5,2.5V1.5H8.5V2.5M5,5.5H9M5,7.5H9M5,9.5H7.5',
  classify: 'M2,12V9.5M5.5,12V7M9,12V4.5M12.5,12V2',
  ask: 'M4.6,5A2.5,2.5 0 1 1 7.6,7.4Q7,7.7 7,8.8M7,11.4v.01',
  do: 'M2.5,7.5L5.5,10.5L11.5,3.5',
  escalate: 'M4.8,4.2a2.2,2.2 0 1 0 4.4,0a2.2,2.2 0 1 0 -4.4,0M2.5,12.5C2.5,9.5 4.5,8.3 7,8.3S11.5,9.5 11.5,12.5',
  announce: 'M2,5.5V8.5H4.3L9,11.5V2.5L4.3,5.5ZM11,5.2Q12.4,7 11,8.8M4.6,8.8L5.4,12H6.8L6.2,9.8',
  'sorry-page': 'M1.5,2.5H12.5V11.5H1.5ZM1.5,5H12.5M5,9.4Q7,7.6 9,9.4',
  wait: 'M1.8,7a5.2,5.2 0 1 0 10.4,0a5.2,5.2 0 1 0 -10.4,0M7,4V7.2L9.2,8.6',
  call: 'M2,3V11M12,3V11M4.5,7H9.5M7.5,4.8L9.7,7L7.5,9.2',
  end: 'M3.5,3.5H10.5V10.5H3.5Z',
  unknown: 'M4.6,5A2.5,2.5 0 1 1 7.6,7.4Q7,7.7 7,8.8M7,11.4v.01',
  start: 'M4,2.5L11,7L4,11.5Z',
  ghost: '',
  fold: '',
};

/** The shape of a class beside its name, worst first: octagon, triangle, diamond, ring. 12 px around the point. */
export function impactShape(impact: 'none' | 'minor' | 'major' | 'critical', x: number, y: number): string {
  switch (impact) {
    case 'critical':
      return `M${x - 2.5},${y - 6}h5l3.5,3.5v5l-3.5,3.5h-5l-3.5,-3.5v-5Z`;
    case 'major':
      return `M${x},${y - 6}L${x + 6.2},${y + 5}H${x - 6.2}Z`;
    case 'minor':
      return `M${x},${y - 6}L${x + 6},${y}L${x},${y + 6}L${x - 6},${y}Z`;
    case 'none':
      return `M${x - 5},${y}a5,5 0 1 0 10,0a5,5 0 1 0 -10,0`;
  }
}
