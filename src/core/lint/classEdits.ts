import type { SeverityClass } from '../model/playbook';
import { type Edit, toSpan } from '../text/span';
import { insertBehind, removeEntry } from './edits';

/** Undefined where the class is in another file, or has nothing yet to write behind. */
export function markDefault(severity: SeverityClass, text: string): Edit | undefined {
  const key = severity.keys.get('default');
  const [first] = severity.keys.values();
  const last = [...severity.keys.values()].at(-1);
  if (severity.idSpan.file !== undefined || first === undefined || last === undefined) return undefined;
  if (key !== undefined) {
    const value = /^(["']?\s*:\s*)false/i.exec(text.slice(key.end, key.end + 200));
    if (value === null) return undefined;
    const start = key.end + (value[1]?.length ?? 0);
    return { span: toSpan(start, start + 'false'.length), text: 'true' };
  }
  const inBraces = text.slice(severity.idSpan.end, first.start).includes('{');
  const end = inBraces ? text.lastIndexOf('}', severity.span.end) : severity.span.end;
  return insertBehind(text, { key: last, end }, [{ key: 'default', value: 'true' }]);
}

export function unmarkDefault(severity: SeverityClass, text: string): Edit | undefined {
  const key = severity.keys.get('default');
  // With its only key taken out, nothing would be left below the class.
  if (key === undefined || key.file !== undefined || severity.keys.size < 2) return undefined;
  const value = /^["']?\s*:\s*true/i.exec(text.slice(key.end, key.end + 200));
  if (value === null) return undefined;
  return removeEntry(text, { idSpan: key, span: toSpan(key.start, key.end + value[0].length) });
}

/** Moves the lines of a class behind the last one; undefined where it has no lines for itself, or they are elsewhere. */
export function moveToEnd(severity: SeverityClass, last: SeverityClass, text: string): readonly Edit[] | undefined {
  const from = linesOf(severity, text);
  const to = linesOf(last, text);
  if (from === undefined || to === undefined || from.end > to.start) return undefined;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.slice(from.start, from.end);
  const moved = lines.endsWith('\n') ? lines : lines + lineBreak;
  const lead = text.slice(to.start, to.end).endsWith('\n') ? '' : lineBreak;
  return [
    { span: from, text: '' },
    { span: toSpan(to.end, to.end), text: lead + (lead === '' ? moved : moved.trimEnd()) },
  ];
}

/** From the start of its first line to behind the break of its last. */
function linesOf({ idSpan, span }: SeverityClass, text: string) {
  const start = text.lastIndexOf('\n', idSpan.start - 1) + 1;
  if (idSpan.file !== undefined || text.slice(start, idSpan.start).trim() !== '') return undefined;
  let end = span.end;
  while (end > idSpan.end && /\s/.test(text[end - 1] ?? '')) end--;
  const lineBreak = text.indexOf('\n', end);
  return toSpan(start, lineBreak < 0 ? text.length : lineBreak + 1);
}
