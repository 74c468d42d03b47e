import { displayWidth } from '../core/text/displayWidth';

/** What no line begins with, and what none ends with. https://www.w3.org/TR/jlreq/#line_breaking */
const noStart = /^[、。，．・：；？！ー」』）］｝〉》】〕ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥)\]}]/u;
const noEnd = /[「『（［｛〈《【〔([{]$/u;

/** Words, and single characters of scripts that have no spaces. */
const pieces = /[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]+|\s+/gu;

/** Lines of at most `width` columns, two for a full-width character; a word that is longer stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(pieces) ?? []) {
    const fits = displayWidth(line + piece.trimEnd()) <= width;
    if (fits || line === '' || noStart.test(piece) || noEnd.test(line)) {
      line += piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
