import { replacing, type Slip } from './slip';
import { meantIndent, narrowed, wideSpaces } from './wide';

const wideIndent = new RegExp(`^( *)([ ${wideSpaces}]*[${wideSpaces}])`);
const wideGap = new RegExp(
  `^( *(?:- +){0,9}(?:[\\p{L}_][\\p{L}\\p{N}_-]*|"[^"]*"|'[^']*') ?:) *[${wideSpaces}][ ${wideSpaces}]*`,
  'u',
);
const wideDash = new RegExp(`^( *)-[ ${wideSpaces}]*[${wideSpaces}][ ${wideSpaces}]*`);
const wideColon = /^( *(?:- +){0,9}(?:[\p{L}_][\p{L}\p{N}_-]*|"[^"]*"|'[^']*'))[ \u3000]*：[ \u3000]*/u;
const tight = /^ *(?:- +){0,9}([\p{L}_][\p{L}\p{N}_-]*):(?=[^\s:/])/u;
const word = /^ *(?:- +){0,9}([\p{L}_][\p{L}\p{N}_-]*)\s*$/u;

/** What can be wrong with the frame of a line: its indentation, its dash, its colon. `indents`: of the lines around. */
export function* structureSlips(line: string, indents: readonly number[], fitting: readonly number[]): Iterable<Slip> {
  yield* tabs(line, indents);
  const wide = wideIndent.exec(line);
  if (wide !== null) {
    const narrow = wide[1]?.length ?? 0;
    const meant = meantIndent(narrow, wide[2] ?? '', fitting);
    yield wideSlip(narrow, wide[0].length, meant);
    const others = new Set([narrow + narrowed(wide[2] ?? '').length, ...fitting, ...indents]);
    for (const indent of others)
      if (indent !== meant && indent >= narrow) yield wideSlip(narrow, wide[0].length, indent);
  }
  const gap = wideGap.exec(line);
  if (gap !== null) {
    const from = gap[1]?.length ?? 0;
    yield replacing('wide-gap', from, gap[0].length, gap[0].length === line.length ? '' : ' ', [':']);
  }
  const dash = wideDash.exec(line);
  if (dash !== null) {
    const from = (dash[1]?.length ?? 0) + 1;
    yield replacing('wide-gap', from, dash[0].length, ' ', ['-']);
  }
  const colon = wideColon.exec(line);
  if (colon !== null) {
    const from = colon[1]?.length ?? 0;
    yield replacing('wide-colon', from, colon[0].length, colon[0].length === line.length ? ':' : ': ');
  }
  const bullet = /^( *)([-－・•●])[ \u3000]*(?=[^\s-])/.exec(line);
  if (bullet !== null && !/^ *(?:---|- )/.test(line)) {
    const from = bullet[1]?.length ?? 0;
    yield { ...replacing('bullet', from, bullet[0].length, '- ', [bullet[2] ?? '']), to: from + 1 };
  }
  const missing = tight.exec(line);
  if (missing !== null)
    yield replacing('missing-space', missing[0].length - 1, missing[0].length, ': ', [missing[1] ?? '']);
  const alone = word.exec(line);
  if (alone !== null) {
    const end = line.trimEnd().length;
    const name = alone[1] ?? '';
    yield { ...replacing('no-colon', end - name.length, end, `${name}:`, [name]), safe: false };
  }
  if (/^---(?:\s|$)/.test(line)) yield { ...replacing('several-documents', 0, 3, ''), safe: false };
}

/** Two spaces for a tab, or as many as a neighbour has. */
function* tabs(line: string, indents: readonly number[]): Iterable<Slip> {
  const match = /^( *)(\t[ \t]*)/.exec(line);
  if (match === null) return;
  const from = match[1]?.length ?? 0;
  const to = match[0].length;
  const usual = (match[2] ?? '').replace(/\t/g, '  ');
  yield replacing('tab-indent', from, to, usual);
  for (const indent of new Set(indents))
    if (indent > from && indent !== from + usual.length)
      yield replacing('tab-indent', from, to, ' '.repeat(indent - from));
}

/** The spaces in front, of which `narrow` are right, become `meant` ones. */
function wideSlip(narrow: number, to: number, meant: number): Slip {
  return replacing('wide-space', narrow, to, ' '.repeat(Math.max(0, meant - narrow)));
}

/** The line stands under nothing: the indentations of its neighbours, the nearest first. */
export function* indentSlips(line: string, indents: readonly number[]): Iterable<Slip> {
  if (line.trim() === '') return;
  const own = line.length - line.trimStart().length;
  const others = [...new Set(indents)]
    .filter((indent) => indent !== own)
    .sort((a, b) => Math.abs(a - own) - Math.abs(b - own) || b - a);
  for (const indent of others)
    yield {
      ...replacing('indentation', 0, own, ' '.repeat(indent)),
      from: own,
      to: Math.min(own + 1, line.length),
      safe: false,
    };
}
