import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formatEdits } from '../../../src/core/format/format';
import { applyEdits } from '../../../src/core/text/span';
import { toData } from '../../../src/core/yaml/data';
import { parseYaml } from '../../../src/core/yaml/parse';
import { disordered } from '../../support/disorder';
import { hostileInputs } from '../../support/hostile';
import { dedent } from '../../support/marks';

/** Undefined where it is left alone. */
function format(text: string): string | undefined {
  const edits = formatEdits(parseYaml(text));
  return edits && applyEdits(text, edits);
}
const expectFormat = (before: string, after: string) => {
  expect(format(dedent(before))).toBe(dedent(after));
  expect(format(dedent(after))).toBe(dedent(after));
};

test('two spaces a level, lists below their key, one space behind colons and dashes', () => {
  expectFormat(
    `
    playbook:    1
    people:
        sato:
            name :  佐藤
            reach:
            -   "tel:+81-3-0000-0001"
            - "mailto:a@example.com"
    drills:
    -   scenario: down
        players: [sato]
    - - nested
      -   list
    `,
    `
    playbook: 1
    people:
      sato:
        name: 佐藤
        reach:
          - "tel:+81-3-0000-0001"
          - "mailto:a@example.com"
    drills:
      - scenario: down
        players: [sato]
      - - nested
        - list
    `,
  );
});

test('text blocks move as a whole, and stay to the letter', () => {
  expectFormat(
    'a:\n    b: |\n          one\n            deeper  \n\n          two   \n    c: |2-\n        kept\n    d: >+\n     x\n\n\ne: 1\n\n\n',
    'a:\n  b: |\n    one\n      deeper  \n\n    two   \n  c: |2-\n      kept\n  d: >+\n    x\n\n\ne: 1\n',
  );
});

test('values over several lines keep their line breaks', () => {
  expectFormat(
    `
    a:
        list: [
          one,   # first
            two
          ]
        said: "one
          two

          three"
    `,
    `
    a:
      list: [
        one,   # first
          two
        ]
      said: "one
        two

        three"
    `,
  );
});

test('comments stand with what they are about', () => {
  expectFormat(
    `
    # top
    people:   # who
          # about sato
        sato: { name: S }
        # about the people
    # about the roles
    roles:
      lead: { person: sato }

      # at the end of roles


    # at the end
    `,
    `
    # top
    people:   # who
      # about sato
      sato: { name: S }
      # about the people
    # about the roles
    roles:
      lead: { person: sato }

      # at the end of roles

    # at the end
    `,
  );
});

test('empty lines, line ends, marks', () => {
  expect(format('\n\na: 1  \n\n\n\nb: 2')).toBe('a: 1\n\nb: 2\n');
  expect(format('a: 1\r\nb:\r\n    c: 2\r\n')).toBe('a: 1\r\nb:\r\n  c: 2\r\n');
  expect(format('a: 1\r\nb: 2\nc: 3\n')).toBe('a: 1\nb: 2\nc: 3\n');
  expect(format('\uFEFFa:   1\n')).toBe('\uFEFFa: 1\n');
  expect(format('')).toBe('');
  expect(format('---\na:   1\n')).toBe('---\na: 1\n');
});

test('aliases and anchors stay', () => {
  expectFormat(
    `
    x-base: &base
        name: A
    people:
        a: *base
        b: &b { name: B }
    `,
    `
    x-base: &base
      name: A
    people:
      a: *base
      b: &b { name: B }
    `,
  );
});

test('what can’t be read is left alone', () => {
  expect(format('a: [1\nb: 2')).toBeUndefined();
  expect(format('a:\n\t- b')).toBeUndefined();
  for (const { text } of hostileInputs()) {
    const after = format(text);
    if (after !== undefined) expect(toData(parseYaml(after).root)).toEqual(toData(parseYaml(text).root));
  }
});

const root = path.resolve(import.meta.dirname, '../../..');
const found = ['sample-playbooks', 'test/golden'].flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.incident\.ya?ml$/.test(file))
    .map((file) => path.join(folder, file).replaceAll(path.sep, '/')),
);
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

test.each(found.filter((file) => file.startsWith('sample')))('%s is as it should be', (file) => {
  expect(formatEdits(parseYaml(read(file)))).toEqual([]);
});

const runs = Number(process.env.RUNS ?? 10);
test('of random layouts of every playbook: the same data, the same comments, and once is enough', () => {
  let formatted = 0;
  for (const file of found) {
    const text = read(file);
    for (let seed = 1; seed <= runs; seed++) {
      const before = disordered(text, seed);
      const after = before === undefined ? undefined : format(before);
      if (before === undefined || after === undefined) continue;
      const [was, is] = [parseYaml(before), parseYaml(after)];
      expect(JSON.stringify(toData(is.root)), `${file} ${seed}`).toBe(JSON.stringify(toData(was.root)));
      expect(is.comments.map((comment) => comment.text)).toEqual(was.comments.map((comment) => comment.text));
      expect(format(after), `${file} ${seed}`).toBe(after);
      formatted++;
    }
  }
  expect(formatted).toBeGreaterThan(found.length * runs * 0.5);
});
