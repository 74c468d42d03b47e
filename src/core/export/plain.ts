/** Words of the author as Markdown that shows them as they are; a mention or a link stays words. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+!|<>~&@:]/g, (sign) =>
      sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : sign === '@' ? '&#64;' : sign === ':' ? '&#58;' : `\\${sign}`,
    )
    .replace(/^([-+]|\d+\.)/, '\\$1');
}
