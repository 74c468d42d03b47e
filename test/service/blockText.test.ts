import { expect, test } from 'vitest';
import { LineIndex } from '../../src/core/text/lineIndex';
import { provideBlockText } from '../../src/service/blockText';
import { lintText } from '../support/lint';
import { dedent, readMarks } from '../support/marks';

/** The text after `pasted` took the place of the mark; undefined where it is pasted as it is. */
function paste(source: string, pasted: string): string | undefined {
  const { text, cursors, spans } = readMarks(dedent(source));
  const [start = 0, end = start] = spans[0] === undefined ? cursors : [spans[0].start, spans[0].end];
  const lines = new LineIndex(text);
  const block = provideBlockText(lines, { text: pasted, start: lines.position(start), end: lines.position(end) });
  return block === undefined ? undefined : text.slice(0, start) + block + text.slice(end);
}

const mail = 'Dear customers,\r\n\r\n  we are sorry: it’s down.\r\nNext news at {{next_update_at}}.\r\n\r\n';

test('a draft behind a key becomes a block', () => {
  expect(
    paste(
      `
      messages:
        first:
          variants:
            x:<|>
            news:
              body: short
      `,
      mail,
    ),
  ).toBe(
    dedent(`
      messages:
        first:
          variants:
            x: |
              Dear customers,

                we are sorry: it’s down.
              Next news at {{next_update_at}}.
            news:
              body: short
    `),
  );
});

test('a selection behind a key is replaced', () => {
  expect(paste('m:\n  body: <|old words|>\n', 'a\nb')).toBe('m:\n  body: |\n    a\n    b\n');
});

test('within a block every line gets its indent', () => {
  expect(paste('m:\n  body: |\n    one <|>\n    two\n', 'a\n\nb: c')).toBe(
    'm:\n  body: |\n    one a\n\n    b: c\n    two\n',
  );
  expect(paste('m:\n  body: |\n<|>\n', 'a\nb')).toBe('m:\n  body: |\n    a\n    b\n');
});

test.each([
  ['one line', 'm:\n  body: <|>\n', 'one line\n'],
  ['a key that takes no lines', 'm:\n  stage: <|>\n', 'a\nb'],
  ['entries', 'flows:\n  main:\n    steps:<|>\n', 'a:\n  kind: end\n'],
  ['behind words', 'm:\n  body: words <|>\n', 'a\nb'],
  ['before words', 'm:\n  body: <|> words\n', 'a\nb'],
  ['an empty line after a block', 'm:\n  body: |\n    one\n  title: x\n<|>\n', 'a\nb'],
  ['nothing but space', 'm:\n  body: <|>\n', ' \n\n\t\n'],
])('%s goes in as it is', (_, source, pasted) => {
  expect(paste(source, pasted)).toBeUndefined();
});

test('whatever is pasted, YAML reads it as text', () => {
  const pasted = '\ufeff\u0000\t- a: b\n#c\n"d\n  %e\u2028@f\u0007\n{{g';
  const text = paste('playbook: 1\nmessages:\n  m:\n    variants:\n      x:<|>\n', pasted) ?? '';
  expect(lintText(text).filter(({ rule }) => rule === 'yaml-syntax')).toEqual([]);
  expect(text).toContain('        #c\n');
});
