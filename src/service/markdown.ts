/** Text of the author as Markdown that shows it as it is: nothing of it is markup. */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&:@]/g, (character) =>
      character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
    )
    .replace(/^[ \t\u3000]+/gm, (space) => '&nbsp;'.repeat(space.length));
}

/** An id or an expression, in the letters of the file. */
export function code(text: string): string {
  const line = text
    .replace(/[\r\n]+/g, ' ')
    .replace(/`/g, "'")
    .trim();
  return line === '' ? '' : `\`${line}\``;
}

/** The first lines of a text, set apart. */
export function quoted(text: string, most = 8): string {
  const lines = text.trim().split(/\r?\n/);
  const shown = [...lines.slice(0, most), ...(lines.length > most ? ['…'] : [])];
  // Two spaces at its end keep a line a line.
  return shown.map((line) => `> ${plain(line.trimEnd())}  `).join('\n');
}
