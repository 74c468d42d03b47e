import { buildText } from '../support/model';

/** A whole plan with the same text in every field that holds one; a very long one in some, as a file has a largest size. */
export function everyText(plan: string, text: string, turn: number): string {
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
