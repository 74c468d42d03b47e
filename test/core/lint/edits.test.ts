import { expect, test } from 'vitest';
import { insertBehind, removeEntry } from '../../../src/core/lint/edits';
import { applyEdits } from '../../../src/core/text/span';
import { parseYaml } from '../../../src/core/yaml/parse';
import type { YamlEntry, YamlNode } from '../../../src/core/yaml/tree';
import { dedent } from '../../support/marks';

/** The entry whose key is `gone`, wherever it is. */
function find(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  if (node?.kind === 'list') return node.items.flatMap((item) => find(item, key) ?? [])[0];
  if (node?.kind !== 'map') return undefined;
  return node.entries.flatMap((entry) => (entry.key.text === key ? entry : (find(entry.value, key) ?? [])))[0];
}

function without(text: string, key = 'gone'): string {
  const entry = find(parseYaml(text).root, key);
  if (entry === undefined) throw new Error(`there is no ${key}`);
  const span = { start: entry.key.span.start, end: entry.value.span.end };
  const result = applyEdits(text, [removeEntry(text, { idSpan: entry.key.span, span })]);
  expect(parseYaml(result).problems).toEqual([]);
  return result;
}

function expectRemoved(before: string, after: string): void {
  const [from, to] = [dedent(before), dedent(after)];
  expect(without(from)).toBe(to);
  expect(without(from.replaceAll('\n', '\r\n'))).toBe(to.replaceAll('\n', '\r\n'));
}

test('its lines go, and one of the empty lines around', () => {
  expectRemoved(
    `
    variables:
      kept:
        max: 10

      gone:
        max: 20
        sample: x

      last:
        max: 30
    `,
    `
    variables:
      kept:
        max: 10

      last:
        max: 30
    `,
  );
});

test('comments above it and inside it go, those of its neighbours stay', () => {
  expectRemoved(
    `
    variables:
      # of the first
      kept: { max: 10 } # behind it
      # of the one that goes
      # in two lines
      gone: # beside it
        max: 20 # inside
        # below
      # of the last
      last: { max: 30 }
    `,
    `
    variables:
      # of the first
      kept: { max: 10 } # behind it
      # of the last
      last: { max: 30 }
    `,
  );
});

test('the first of a map takes the empty line behind it', () => {
  expectRemoved(
    `
    variables:
      gone:
        max: 20

      last:
        max: 30
    `,
    `
    variables:
      last:
        max: 30
    `,
  );
});

test('the last of a file leaves no empty line at the end', () => {
  expectRemoved(
    `
    variables:
      kept:
        max: 10

      gone:
        body: |
          Text

          and more
    `,
    `
    variables:
      kept:
        max: 10
    `,
  );
});

test('the only one of a map takes the key of the map along', () => {
  expectRemoved(
    `
    title: x

    # All of them
    variables:
      # the one
      gone:
        max: 20

    messages: {}
    `,
    `
    title: x

    messages: {}
    `,
  );
});

test('in braces it goes with its comma', () => {
  expect(without('variables: { gone: { max: 1 }, kept: { max: 2 } }\n')).toBe('variables: { kept: { max: 2 } }\n');
  expect(without('variables: { kept: { max: 2 }, gone: { max: 1 } }\n')).toBe('variables: { kept: { max: 2 } }\n');
  expect(without('variables:\n  { kept: { max: 2 },\n    gone: { max: 1 } }\n')).toBe(
    'variables:\n  { kept: { max: 2 } }\n',
  );
  expect(without('{\n  "a": 1,\n  "gone": 2,\n  "b": 3\n}\n')).toBe('{\n  "a": 1,\n  "b": 3\n}\n');
});

test('thousands of entries are each found in their own surroundings', () => {
  const text = `variables:\n${'  gone: { max: 1 }\n'.repeat(100_000)}`;
  const middle = text.indexOf('gone', text.length / 2);
  const started = performance.now();
  for (let at = 0; at < 2000; at++)
    removeEntry(text, { idSpan: { start: middle, end: middle + 4 }, span: { start: middle, end: middle + 16 } });
  expect(performance.now() - started).toBeLessThan(500);
});

test('new entries stand behind the one that is there, as it is written', () => {
  const insert = (text: string) => {
    const start = text.indexOf('a:');
    const place = { key: { start, end: start + 1 }, end: text.indexOf('1', start) + 1 };
    return applyEdits(text, [insertBehind(text, place, [{ key: 'new', value: [{ key: 'b', value: '2' }] }])]);
  };
  expect(insert('x:\n  a: 1 # why\n  c: 3\n')).toBe('x:\n  a: 1 # why\n  new:\n    b: 2\n  c: 3\n');
  expect(insert('x:\r\n  a: 1')).toBe('x:\r\n  a: 1\r\n  new:\r\n    b: 2');
  expect(insert('x: { a: 1, c: 3 }\n')).toBe('x: { a: 1, new: { b: 2 }, c: 3 }\n');
});
