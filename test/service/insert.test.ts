import { expect, test } from 'vitest';
import { newPlaybook } from '../../src/core/template/newPlaybook';
import { insertables } from '../../src/protocol/authoring';
import { provideInsert } from '../../src/service/insert';
import { lintText } from '../support/lint';
import { openText } from '../support/service';
import { withoutStops } from '../support/snippets';

/** The text after the insertion, as it is before anybody has typed over a place. */
function inserted(source: string, what: (typeof insertables)[number]): string | undefined {
  const opened = openText(source);
  const { document, text, cursors } = opened;
  const found = provideInsert(document, what, cursors[0] ?? { line: 0, character: 0 });
  if (found === undefined) return undefined;
  const at = document.lines.offset(found.at);
  return text.slice(0, at) + withoutStops(found.snippet) + text.slice(at);
}

test('a part goes behind its like, and ids to choose from are those of the plan', () => {
  const source = `
    playbook: 1
    people:
      nell: { name: Nell }
    channels:
      news:
        type: blog

    # what we say
    messages: {}
  `;
  expect(inserted(source, 'channel')).toBe(
    [
      'playbook: 1',
      'people:',
      '  nell: { name: Nell }',
      'channels:',
      '  news:',
      '    type: blog',
      '  new_channel:',
      '    type: blog',
      '    title: What people call it',
      '    operators: [nell]',
      '',
      '# what we say',
      'messages: {}',
      '',
    ].join('\n'),
  );
});

test('a section that is not there yet is made, and one that is empty is filled', () => {
  expect(inserted('playbook: 1', 'scenario')).toMatch(/^playbook: 1\nscenarios:\n {2}new_scenario:\n {4}title: /);
  expect(inserted('playbook: 1\n', 'step')).toMatch(/^playbook: 1\nflows:\n {2}main:\n {4}steps:\n {6}new_step:\n/);
  expect(inserted('scenarios:\nplaybook: 1\n', 'scenario')).toMatch(
    /^scenarios:\n {2}new_scenario:\n[\s\S]*\nplaybook: 1\n$/,
  );
  expect(inserted('', 'message')).toMatch(/^messages:\n {2}new_message:\n/);
});

test('there is one sorry page', () => {
  const text = inserted('playbook: 1\nmessages:\n  sorry: {}\n', 'sorry-page') ?? '';
  expect(text).toMatch(/\nsorry_page:\n {2}http:\n {4}status: 503\n[\s\S]* {2}message: sorry\n/);
  expect(inserted(text, 'sorry-page')).toBe(text);
});

test('a section on one line is left alone', () => {
  expect(inserted('playbook: 1\nchannels: { news: { type: blog } }\n', 'channel')).toBeUndefined();
});

test('a step goes behind the one at the caret', () => {
  const text = inserted(
    `
    flows:
        main:
            steps:
                a:
                    kind: wait
                    th<|>en: b
                b: { kind: end }
    `,
    'step',
  );
  expect(text).toMatch(/then: b\n {12}new_step:\n {12} {2}kind: do\n/);
  expect(text?.indexOf('new_step')).toBeLessThan(text?.indexOf('b: { kind: end }') ?? 0);
});

test('the class that takes the rest stays the last', () => {
  const text = inserted('severities:\n  bad: { channels: [x] }\n  rest: { default: true }\n', 'severity') ?? '';
  expect(text.indexOf('bad:')).toBeLessThan(text.indexOf('middling:'));
  expect(text.indexOf('middling:')).toBeLessThan(text.indexOf('rest:'));
  const only = inserted('severities:\n  rest: { default: true }\n', 'severity') ?? '';
  expect(only.indexOf('middling:')).toBeLessThan(only.indexOf('rest:'));
});

test.each(insertables.flatMap((what) => (['en', 'ja'] as const).map((locale) => [what, locale] as const)))(
  '%s in a new playbook, %s: nothing is wrong with it',
  (what, locale) => {
    const { text } = newPlaybook({
      purpose: 'launch',
      locale,
      timezone: 'UTC',
      title: '',
      decides: '',
      posts: '',
      fixes: '',
      channels: ['x', 'blog'],
    });
    const after = inserted(text, what) ?? '';
    expect(after).not.toBe(text);
    expect(lintText(after).filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);

test.each(['a: [', '\u0000', 'flows: [1]', 'flows:\n  main: 3\n', 'severities:\n- a\n', '? a\n: b'])(
  '%j never throws',
  (text) => {
    for (const what of insertables) expect(() => inserted(text, what)).not.toThrow();
  },
);
