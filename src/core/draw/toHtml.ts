import type { Markup } from './markup';

const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'meta', 'link']);
const name = /^[a-z][a-z0-9-]*$/i;

/** The tree as HTML or SVG text. Whatever the author wrote is escaped; a name that is no name is left out. */
export function toHtml(markup: Markup | string): string {
  if (typeof markup === 'string') return escapeText(markup);
  const { tag, attributes = {}, children = [] } = markup;
  if (!name.test(tag)) return '';
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined || value === false || !/^[a-z][a-zA-Z0-9:-]*$/.test(key) || /^on/i.test(key)) return [];
    return value === true ? [` ${key}`] : [` ${key}="${escapeText(String(value))}"`];
  });
  const start = `<${tag}${written.join('')}>`;
  if (empty.has(tag)) return start;
  return `${start}${children.map(toHtml).join('')}</${tag}>`;
}

/** XML knows no control characters. */
function escapeText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\u{fffd}')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
