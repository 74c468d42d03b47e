/**
 * C0 and C1 controls, the marks that turn the direction of text around, and what a log takes for a command of a workflow
 * wherever it stands, `##[`: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
const dangerous = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?<=##)\[/g;

/**
 * Text from a playbook as a terminal or a log may print it: no escape sequence, no line break, no reordering, no command.
 * One character each.
 */
export function printable(text: string): string {
  return text.replace(dangerous, (character) => {
    if (character === '\t') return ' ';
    if (character === '[') return '［';
    return character < '\u0020' ? String.fromCharCode(character.charCodeAt(0) + 0x2400) : '\u{fffd}';
  });
}
