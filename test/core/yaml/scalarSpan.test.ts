import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/core/yaml/parse';
import { spanInScalar } from '../../../src/core/yaml/scalarSpan';
import type { YamlScalar } from '../../../src/core/yaml/tree';

function scalarOf(text: string): YamlScalar {
  const { root, problems } = parseYaml(text);
  expect(problems).toEqual([]);
  const value = root?.kind === 'map' ? root.entries[0]?.value : undefined;
  if (value?.kind !== 'scalar') throw new Error(`no value in ${JSON.stringify(text)}`);
  return value;
}

const line = fc
  .array(fc.constantFrom('お', '詫', 'び', '、', 'a', 'b ', ' c', '{{x}}', '𠮷', '"', "'", '。'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => `あ${pieces.join('').trim()}ん`);
const lines = fc.array(line, { minLength: 1, maxLength: 5 });
const newline = fc.constantFrom('\n', '\r\n');

/** A text as an author may write it: the value of one key. */
const written = fc.oneof(
  fc
    .tuple(lines, newline, fc.constantFrom('|', '|-', '|+', '>', '>-', '|2'))
    .map(
      ([texts, end, header]) =>
        `k: ${header}${end}${texts.map((text) => `  ${text}${end}`).join(end === '\n' ? '' : '')}`,
    ),
  fc.tuple(lines, newline).map(([texts, end]) => `k: |${end}${texts.map((text) => `    ${text}${end}`).join(end)}`),
  fc
    .tuple(lines, newline)
    .map(([texts, end]) => `k: ${texts.map((text) => text.replace(/["']/g, '')).join(`${end}  `)}${end}`),
  fc
    .tuple(lines, newline)
    .map(([texts, end]) => `k: '${texts.map((text) => text.replace(/'/g, "''")).join(`${end}  `)}'${end}`),
  fc
    .tuple(lines, newline)
    .map(
      ([texts, end]) =>
        `k: "${texts.map((text) => text.replace(/"/g, '\\"').replace(/び/g, '\\u3073')).join(`${end}  `)}"${end}`,
    ),
);

describe('spanInScalar', () => {
  it('finds every slice that is written as it reads, in every style', () => {
    fc.assert(
      fc.property(written, (text) => {
        const scalar = scalarOf(text);
        for (const match of scalar.text.matchAll(/[おあん詫a-c𠮷、。]+/gu)) {
          const span = spanInScalar(text, scalar, match.index, match.index + match[0].length);
          expect(text.slice(span.start, span.end)).toBe(match[0]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('stays on the line where it begins', () => {
    const text = 'k: |\n  one\n  two\n';
    const span = spanInScalar(text, scalarOf(text), 1, 6);
    expect(text.slice(span.start, span.end)).toBe('ne');
  });

  it('points at the escape for a character written as one', () => {
    const text = 'k: "a\\u3042b"';
    const span = spanInScalar(text, scalarOf(text), 1, 2);
    expect(span.start).toBe(text.indexOf('\\'));
  });

  it('points at the alias for what came through one', () => {
    const text = 'k: *a\n';
    const { root } = parseYaml(`a: &a hello world\n${text}`);
    const value = root?.kind === 'map' ? root.entries[1]?.value : undefined;
    const all = `a: &a hello world\n${text}`;
    const span = spanInScalar(all, value as YamlScalar, 6, 11);
    expect(all.slice(span.start, span.end)).toBe('*a');
  });

  it('finds what stands behind escapes, folded lines and empty lines', () => {
    const pieces = (...all: readonly string[]) =>
      fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 8 }).map((some) => some.join(''));
    const common = ['a', 'あ', '𠮷', ' ', '\t', '{{x}}', '\n  ', '\n\n  ', '\r\n   ', ' \n  \t '];
    const quoted = fc.oneof(
      pieces(...common, '\\u3042', '\\n', '\\x41', '\\U0001F600', '\\"', '\\\\', '\\\n  ').map(
        (body) => `k: "${body}Q"`,
      ),
      pieces(...common, "''", '"', '\\').map((body) => `k: '${body}Q'`),
    );
    fc.assert(
      fc.property(quoted, (text) => {
        const scalar = scalarOf(text);
        const span = spanInScalar(text, scalar, scalar.text.length - 1, scalar.text.length);
        expect(text.slice(span.start, span.end)).toBe('Q');
      }),
      { numRuns: 1000 },
    );
  });

  it('is quick where there is nothing but space', () => {
    for (const mark of ['"', "'"]) {
      const text = `k: ${mark}x${' '.repeat(500_000)}y${mark}\n`;
      const began = performance.now();
      const span = spanInScalar(text, scalarOf(text), 500_001, 500_002);
      expect(text.slice(span.start, span.end)).toBe('y');
      expect(performance.now() - began).toBeLessThan(1000);
    }
  });
});
