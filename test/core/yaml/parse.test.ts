import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, parse as parseWithYaml } from 'yaml';
import { applyEdits } from '../../../src/core/text/span';
import { toData } from '../../../src/core/yaml/data';
import { parseYaml } from '../../../src/core/yaml/parse';
import { recoverLoosely } from '../../../src/core/yaml/recoverLoosely';
import type { YamlNode } from '../../../src/core/yaml/tree';
import { nodesIn } from '../../../src/core/yaml/walk';
import { readFiles } from '../../support/folders';
import { smallPlaybook } from '../../support/small';

const samples = [
  ...Object.entries(readFiles('sample-playbooks')),
  ...Object.entries(readFiles('test/golden/ok')),
].filter(([name]) => /\.ya?ml$/.test(name));

/** Keys and values with their places, without what the two parsers may see differently: the ends of blocks. */
function outline(node: YamlNode | undefined, text: string): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar')
    return [node.value, node.style === 'missing' ? 'missing' : text.slice(node.span.start, node.span.start + 12)];
  if (node.kind === 'list') return node.items.map((item) => outline(item, text));
  return node.entries.map(({ key, value }) => [key.text, key.span.start, key.span.end, outline(value, text)]);
}

describe('what is YAML', () => {
  it.each(samples)('%s: the same values as the reference parser', (_, text) => {
    const { root, problems } = parseYaml(text);
    expect(problems).toEqual([]);
    expect(toData(root)).toEqual(parseWithYaml(text, { uniqueKeys: false }));
  });

  it.each(samples.filter(([, text]) => !text.includes('*') && !text.includes('\r')))(
    '%s: both parsers give the same tree',
    (_, text) => {
      expect(outline(recoverLoosely(text), text)).toEqual(outline(parseYaml(text).root, text));
    },
  );

  it('gives every key and value the place where it is written', () => {
    for (const [, text] of samples) {
      for (const node of nodesIn(parseYaml(text).root)) {
        if (node.kind !== 'map') continue;
        for (const { key, value } of node.entries) {
          const written = text.slice(key.span.start, key.span.end);
          if (key.style === 'plain' && !written.startsWith('*')) expect(written).toBe(key.text);
          if (
            value.kind === 'scalar' &&
            value.style === 'plain' &&
            !/[\n*]/.test(text.slice(value.span.start, value.span.end))
          ) {
            expect(text.slice(value.span.start, value.span.end)).toBe(value.text);
          }
        }
      }
    }
  });

  it('keeps comments, and nothing that only looks like one', () => {
    const text = '# top\na: 1 # one\nb: "x # no"\nc: | # head\n  y # no\n\n  # no\nd: [1, # in\n  2]\ne: お詫び #1\n';
    const { comments } = parseYaml(text);
    expect(comments.map(({ span, text: said, ownLine }) => [text.slice(span.start, span.end), said, ownLine])).toEqual([
      ['# top', 'top', true],
      ['# one', 'one', false],
      ['# head', 'head', false],
      ['# in', 'in', false],
      ['#1', '1', false],
    ]);
  });

  it('reads values as YAML 1.2 core does', () => {
    const text =
      'a: yes\nb: 12:30\nc: 2026-11-24\nd: 0120123456\ne: 0o14\nf: 0x1F\ng: 1e3\nh: .inf\ni: ~\nj:\nk: True\nl: "true"\nm: !!str 12\nn: -0\no: 1_000\n';
    expect(toData(parseYaml(text).root)).toEqual(parseWithYaml(text));
  });

  it('keeps a key that stands twice, and dangerous keys are keys', () => {
    const { root } = parseYaml('a: 1\na: 2\n__proto__: 3\nconstructor: 4\n');
    expect(root?.kind === 'map' && root.entries.map(({ key }) => key.text)).toEqual([
      'a',
      'a',
      '__proto__',
      'constructor',
    ]);
    const data = toData(root) as Record<string, unknown>;
    expect(Object.keys(data)).toEqual(['a', '__proto__', 'constructor']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });

  it('counts from behind a byte order mark as everybody else does', () => {
    const { root } = parseYaml('\uFEFFa: x\nb: y # c\n');
    expect(root?.kind === 'map' && root.entries.map(({ key }) => key.span.start)).toEqual([1, 6]);
    expect(toData(root)).toEqual({ a: 'x', b: 'y' });
  });

  it('an alias stands for what it names, at its own place', () => {
    const text = 'a: &x { k: 1 }\nb: *x\n';
    const { root, problems } = parseYaml(text);
    expect(problems).toEqual([]);
    expect(toData(root)).toEqual({ a: { k: 1 }, b: { k: 1 } });
    const value = root?.kind === 'map' ? root.entries[1]?.value : undefined;
    expect(value && text.slice(value.span.start, value.span.end)).toBe('*x');
  });
});

describe('what is not', () => {
  /** Text, the code of its problem, the words it is at, and the text that its fix gives. */
  const slips: readonly {
    readonly text: string;
    readonly code: string;
    readonly words: string;
    readonly fixed?: string;
  }[] = (
    [
      ['a: {{x}}さん\n', 'starts-with', '{{', 'a: "{{x}}さん"\n'],
      ['a: {{x}}\n', 'starts-with', '{{', 'a: "{{x}}"\n'],
      ['a: @brand # note\n', 'starts-with', '@', 'a: "@brand" # note\n'],
      ['a: `code`\n', 'starts-with', '`', 'a: "`code`"\n'],
      ['a: %20\n', 'starts-with', '%', 'a: "%20"\n'],
      ['a: [重要] お知らせ\n', 'starts-with', '[', 'a: "[重要] お知らせ"\n'],
      ['a: *bold*\n', 'starts-with', '*', 'a: "*bold*"\n'],
      ['a: *bold* text\n', 'starts-with', '*', 'a: "*bold* text"\n'],
      ['- *x*\n', 'starts-with', '*', '- "*x*"\n'],
      ['a: !important text\n', 'starts-with', '!', 'a: "!important text"\n'],
      ['a: & co\n', 'starts-with', '&', 'a: "& co"\n'],
      ['a: say "hi": now\n', 'second-colon', ':', `a: 'say "hi": now'\n`],
      ['a: b: c\nd: 1\n', 'second-colon', ':', 'a: "b: c"\nd: 1\n'],
      ['title:お詫び\nb: 1\n', 'missing-space', ':', 'title: お詫び\nb: 1\n'],
      ['a:\n\tb: 1\n', 'tab-indent', '\t', 'a:\n  b: 1\n'],
      ['a: "x\nb: 2\n', 'unclosed-quote', '"', 'a: "x"\nb: 2\n'],
      ["a: 'x\nb: 2\n", 'unclosed-quote', "'", "a: 'x'\nb: 2\n"],
      ['a: "重要" なお知らせ\n', 'text-after-quote', ' なお知らせ', `a: '"重要" なお知らせ'\n`],
      ['a: [1, 2\nb: 3\n', 'unclosed-bracket', '['],
      ['a:\n  - x\n  -y\n  - z\n', 'bullet', '-', 'a:\n  - x\n  - y\n  - z\n'],
      ['a:\n  b: 1\n c: 2\n', 'indentation', 'c'],
      ['a:\n  b: 1\n  the\n  c: 2\n', 'no-colon', 'the'],
      ['タイトル：お詫び\nb: 1\n', 'wide-colon', '：', 'タイトル: お詫び\nb: 1\n'],
      ['a: 1\n---\nb: 2\n', 'several-documents', '---'],
      ['a: b\u0000c\n', 'control-character', '\u0000', 'a: bc\n'],
      ['a: \u{fffd}\u{fffd}\n', 'not-utf8', '\u{fffd}'],
    ] as readonly (readonly [string, string, string, string?])[]
  ).map(([text, code, words, fixed]) => ({ text, code, words, fixed }));
  it.each(slips)('$text is one slip', ({ text, code, words, fixed }) => {
    const { problems } = parseYaml(text);
    expect(problems.map((problem) => [problem.code, text.slice(problem.span.start, problem.span.end)])).toEqual([
      [code, words],
    ]);
    if (fixed === undefined) return;
    const after = applyEdits(text, problems[0]?.edits ?? []);
    expect(after).toBe(fixed);
    expect(parseYaml(after).problems).toEqual([]);
    expect(parseDocument(after).errors).toEqual([]);
  });

  it('an open quote is told where it was opened, however long it runs on', () => {
    const text = smallPlaybook.replace('title: First notice', 'title: "First notice');
    const { problems } = parseYaml(text);
    expect(problems.map(({ code, span }) => [code, text.slice(span.start, span.start + 6)])).toEqual([
      ['unclosed-quote', '"First'],
    ]);
  });

  it('several slips are several problems, each at its place', () => {
    const text = 'a: {{x}}\nb: {{y}} z\nc: @d\ne: 1\n';
    const { root, problems } = parseYaml(text);
    expect(problems.map(({ code, span }) => [code, span.start])).toEqual([
      ['starts-with', 3],
      ['starts-with', 12],
      ['starts-with', 23],
    ]);
    expect(toData(root)).toEqual({ a: '{{x}}', b: '{{y}} z', c: '@d', e: 1 });
  });

  /** Twelve ways to break a file of a hundred lines, as they come up while somebody types. */
  const keysOf = (text: string) => {
    const { root } = parseYaml(text);
    return root?.kind === 'map' ? root.entries.map(({ key }) => key.text) : [];
  };
  const breaks: readonly (readonly [string, (text: string) => string])[] = [
    ['an open quote', (text) => text.replace('title: First notice', 'title: "First notice')],
    ['an open bracket', (text) => text.replace('collect: [started_at]', 'collect: [started_at')],
    ['an open brace', (text) => text.replace('{ title: Customers }', '{ title: Customers')],
    ['a key without a colon', (text) => text.replace('takes: 1m', 'takes')],
    ['a tab', (text) => text.replace('    title: Major', '\ttitle: Major')],
    ['a second colon', (text) => text.replace('title: First notice', 'title: First: notice')],
    ['braces first', (text) => text.replace('title: First notice', 'title: {{x}} notice')],
    ['half a line', (text) => text.replace('kind: announce', 'kind')],
    ['too few spaces', (text) => text.replace('        kind: wait', '     kind: wait')],
    ['too many spaces', (text) => text.replace('        kind: wait', '           kind: wait')],
    ['an at sign', (text) => text.replace('title: All clear', 'title: @all clear')],
    ['a stray word', (text) => text.replace('\nmessages:', '\nfoo\nmessages:')],
  ];
  it.each(breaks)('%s: nearly all of the file is still read', (_, breakIt) => {
    const broken = breakIt(smallPlaybook);
    expect(broken).not.toBe(smallPlaybook);
    const whole = keysOf(smallPlaybook);
    const kept = keysOf(broken);
    expect(parseYaml(broken).problems.length).toBeGreaterThan(0);
    expect(whole.filter((key) => kept.includes(key)).length).toBeGreaterThanOrEqual(whole.length - 1);
  });

  it('never throws, and places stay inside the text, whatever is cut or put in', () => {
    const bits = fc.constantFrom(
      '{{',
      '"',
      "'",
      ': ',
      ':',
      '\t',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '*x',
      '&x',
      '|',
      '>',
      '#',
      '\n',
      '：',
      '　',
      '\r',
      '\u0000',
      '%',
      '@',
      '---\n',
      '? ',
      '!t ',
    );
    fc.assert(
      fc.property(fc.nat(smallPlaybook.length), fc.nat(40), bits, (at, cut, bit) => {
        const text = smallPlaybook.slice(0, at) + bit + smallPlaybook.slice(at + cut);
        const { root, problems, comments } = parseYaml(text);
        for (const { span } of [...problems, ...comments, ...nodesIn(root)]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
        }
        // What the reference parser takes without a word is taken here too, with the same values.
        const reference = parseDocument(text, { logLevel: 'silent' });
        // A lone carriage return ends a line in YAML, which the reference does not know.
        if (problems.length === 0 && reference.errors.length === 0 && bit !== '\r')
          expect(toData(root)).toEqual(reference.toJS());
      }),
      { numRuns: 300 },
    );
  });

  it('ends with a problem where there is too much of anything', () => {
    const codes = (text: string) => parseYaml(text).problems.map(({ code }) => code);
    expect(codes(`a: ${'['.repeat(10_000)}`)).toEqual(['too-deep']);
    expect(codes('a: x\n'.repeat(1_000_000))).toEqual(['too-large']);
    const bomb = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`),
    ].join('\n');
    expect(codes(bomb)).toEqual(['too-many-aliases']);
  });
});
