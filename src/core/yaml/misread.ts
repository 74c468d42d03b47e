import { scheme } from './flowSlips';
import { wideSpaces } from './wide';

/**
 * What YAML accepts and no author means: `{{name}}` read as maps, `*bold*` as a reference, `!now` as a type, `&co` as a
 * mark that nothing refers to, and keys and list items without
 * their space and a full-width bar, which are text.
 */
export const misread: ReadonlySet<string> = new Set([
  'key-not-text',
  'unknown-alias',
  'unknown-tag',
  'unused-anchor',
  'tight-key',
  'tight-item',
  'wide-bar',
]);

const tight = new RegExp(`^[A-Za-z_][\\w-]*:(?=[^\\s:/]|[${wideSpaces}])`);
const tightToBrace = /^[\p{L}_][\p{L}\p{N}_-]*:[[{"']/u;
const wideBar = /^[｜＞][ \t\u3000]*[\r\n]/;
const tightItem = new RegExp(`^(?:-(?=[^\\s\\d-])|-[${wideSpaces}]|－|[・•●].*[\\r\\n])`);
const wideInBraces = /^[\p{L}_][\p{L}\p{N}_-]*[ \u3000]*：/u;

/** Plain text that begins a line, where keys or list items could stand. */
export function misreadLine(text: string): string | undefined {
  if (isTight(text)) return 'tight-key';
  return tightItem.test(text) ? 'tight-item' : undefined;
}

/** Plain text behind its key, where the sign of a text block could stand. */
export function misreadValue(text: string): string | undefined {
  return wideBar.test(text) ? 'wide-bar' : undefined;
}

/** A key in which another one's colon stands without its space: `lead:{ person: amina }`. */
export function misreadKey(key: string): string | undefined {
  return isTight(key) || (key.includes(':') && tightToBrace.test(key)) ? 'tight-key' : undefined;
}

/** A key between braces with nothing behind it: `{ title:Customers }`. */
export function misreadInBraces(key: string): string | undefined {
  return isTight(key) || wideInBraces.test(key) ? 'tight-key' : undefined;
}

function isTight(text: string): boolean {
  return text.includes(':') && tight.test(text) && !scheme.test(text);
}

/** Types that YAML 1.2 and its usual extensions know. https://yaml.org/spec/1.2.2/#chapter-10-recommended-schemas */
const types = /^!!(?:map|seq|str|null|bool|int|float|binary|timestamp|set|omap|pairs)$/;

/** `!important`, `! now`: YAML takes it for a type, and for the reader it is gone. */
export function isUnknownType(tag: string): boolean {
  return !types.test(tag);
}
