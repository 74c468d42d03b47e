import type { Finding } from '../lint/finding';
import { LineIndex } from '../text/lineIndex';
import type { ReportedFile } from './reported';

/**
 * One name for each finding, which stays when lines above it come or go: made of the file, the rule, the words found and
 * their line. Twins are numbered from the top. 16 hexadecimal digits.
 */
export function fingerprintsOf({ file, text, findings }: ReportedFile): ReadonlyMap<Finding, string> {
  const lines = new LineIndex(text);
  const seen = new Map<string, number>();
  const names = new Map<Finding, string>();
  for (const finding of findings) {
    const line = lines.line(lines.lineAt(finding.span.start)).trim();
    const words = text.slice(finding.span.start, finding.span.end);
    const key = [file, finding.rule, words, line].join('\0');
    const twin = seen.get(key) ?? 0;
    seen.set(key, twin + 1);
    names.set(finding, hash(`${key}\0${twin}`));
  }
  return names;
}

/** FNV-1a over UTF-16 units in two lanes of 32 bits. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): string {
  let high = 0x811c9dc5;
  let low = 0xcbf29ce4;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ ((unit << 7) | (at % 127)), 0x01000193);
  }
  return [high, low].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
