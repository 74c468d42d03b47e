import { hostile } from './hostileTexts';
import { buildText } from './model';

/** What must not run, fetch or break anything wherever it stands in a plan. */
export const attacks = [
  ...hostile,
  '<img src=x onerror="globalThis.hit=1">',
  '<script>globalThis.hit=1</script>',
  ']]><svg onload="globalThis.hit=1">',
  '"><b onclick=globalThis.hit=1 style=color:red>',
  '![a](https://evil.example/x.png) [b](javascript:globalThis.hit=1) <https://evil.example/y>',
  '<iframe src=https://evil.example></iframe><link rel=stylesheet href=https://evil.example/z.css>',
  '{{constructor}} {{__proto__}} {{<b>}} {{{{posted_at}}}}',
  '# a\n\n> b\n\n- c\n\n| d |\n| - |\n| e |\n',
];

/** A whole plan with the same text in every field that holds one; a very long one in some, as a file has a largest size. */
export function withEveryText(plan: string, text: string, turn: number): string {
  const every = text.length > 2000 ? 6 : 1;
  const spans = buildText(plan)
    .texts.map(({ span }) => span)
    .sort((a, b) => b.start - a.start)
    .filter((_, index) => index % every === turn % every);
  // YAML forbids these two unless they are escaped.
  const quoted = JSON.stringify(text).replaceAll('\ufffe', '\\ufffe').replaceAll('\uffff', '\\uffff');
  let result = plan;
  for (const { start, end } of spans) {
    // A block of lines ends with its last one.
    const rest = `${plan.slice(start, end).endsWith('\n') ? '\n' : ''}${result.slice(end)}`;
    result = `${result.slice(0, start)}${quoted}${rest}`;
  }
  return result;
}
