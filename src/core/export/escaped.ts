import { printable } from '../text/printable';

/** An address as far as it is one in every Markdown: it ends before what encloses it and before Japanese. */
const address = /(https?:\/\/[\w\-.~:/?#@!$&'()*+,;=%]*[\w\-~/#@$&*+=%])/i;
/** What no Markdown reads as anything else. */
const bare = /^[a-z\d\-.:/?#@,;=%+]+$/i;

/**
 * Words of the author on one line of a file of Markdown that shows them as they are. Addresses stay whole, and nothing
 * is added that is not seen: people copy from such files.
 */
export function escaped(text: string): string {
  return escapedWithin(text)
    .replace(/^[-+=#>]/, '\\$&')
    .replace(/^(\d+)(?=[.)])/, '$1\\')
    .replace(/#$/, '\\#');
}

/** The same where other words stand before it. */
export function escapedWithin(text: string): string {
  const pieces = printable(text.replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ').trim()).split(address);
  return pieces
    .map((piece, at) => (at % 2 === 0 ? words(piece) : link(piece, pieces[at - 1] ?? '', pieces[at + 1] ?? '')))
    .join('');
}

function words(text: string): string {
  return text
    .replace(/[\\`*_[\]~|$]|(?<=\])\(/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;');
}

/** In brackets where what stands beside it would be taken for a part of it. */
function link(text: string, before: string, after: string): string {
  const whole = text.replace(/&(?=#?\w+;)/g, '&amp;');
  return bare.test(text) && /(?:^| )$/.test(before) && /^(?:$| )/.test(after) ? whole : `<${whole}>`;
}
