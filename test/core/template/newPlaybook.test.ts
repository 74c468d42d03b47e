import { expect, test } from 'vitest';
import { formatEdits } from '../../../src/core/format/format';
import { type Answers, type ChannelChoice, channelChoices, purposes } from '../../../src/core/template/answers';
import { newPlaybook } from '../../../src/core/template/newPlaybook';
import { parseYaml } from '../../../src/core/yaml/parse';
import { checkText, lintText } from '../../support/lint';

const blank: Answers = {
  purpose: 'launch',
  locale: 'en',
  timezone: 'Europe/London',
  title: '',
  decides: '',
  posts: '',
  fixes: '',
  channels: [],
};

const subsets: readonly (readonly ChannelChoice[])[] = Array.from({ length: 2 ** channelChoices.length }, (_, bits) =>
  channelChoices.filter((_choice, at) => (bits >> at) % 2 === 1),
);
const casts = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
  decides: bits & 1 ? 'Amina' : '',
  posts: bits & 2 ? 'Ben Ali' : '',
  fixes: bits & 4 ? '三浦みか' : '',
}));

/** What only those who plan can say: how long, another way, a sum, the cause, the vendor's page. */
const missing = [
  'checklist-core-missing',
  'five-steps-missing',
  'impact-not-quantified',
  'push-fatigue',
  'status-source-missing',
];

/** Findings that a beginner would have to do something about. */
function serious(answers: Answers): readonly string[] {
  const { text } = newPlaybook(answers);
  expect(formatEdits(parseYaml(text))).toEqual([]);
  return lintText(text)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, message, span }) => `${rule} "${text.slice(span.start, span.end)}": ${message}`);
}

const kinds = purposes.flatMap((purpose) => (['en', 'ja'] as const).map((locale) => [purpose, locale] as const));

const [nobody, everybody] = [casts[0], casts[7]];
const someChannels = subsets.filter(({ length }) => length <= 1 || length === channelChoices.length);

test.each(kinds)('%s, %s: whatever is answered, there is nothing to mend', (purpose, locale) => {
  // Whoever posts stands in every channel in the same way: all channels with two casts, all casts with some channels.
  const combinations = [
    ...subsets.flatMap((channels) => [nobody, everybody].map((cast) => ({ ...cast, channels }))),
    ...someChannels.flatMap((channels) => casts.map((cast) => ({ ...cast, channels }))),
  ];
  for (const combination of combinations) {
    const answers = { ...blank, ...combination, purpose, locale };
    expect(serious(answers), JSON.stringify(answers)).toEqual([]);
  }
});

test.each(kinds)('%s, %s: what is still missing is all that is mentioned', (purpose, locale) => {
  const answers = { ...blank, purpose, locale, channels: [...channelChoices], decides: 'Amina', posts: 'Ben' };
  const found = lintText(newPlaybook(answers).text).map(({ rule }) => rule);
  expect([...new Set(found)].filter((rule) => !missing.includes(rule))).toEqual([]);
  expect(checkText(newPlaybook(answers).text).playbook.locale).toBe(locale);
});

test.each([
  'a: b # c',
  '"quoted" and \'single\'',
  '- list',
  '{{name}}',
  '@mention',
  'yes',
  'null',
  '12',
  'a\nb: c\u0000',
  '\ud83d',
  '\\',
  '：全角',
  '名前　さん',
  '*',
  'x'.repeat(500),
])('%j as a title and as everybody’s name stays text', (words) => {
  const answers = { ...blank, title: words, decides: words, posts: `and ${words}`, fixes: 'Ben' };
  expect(serious(answers)).toEqual([]);
  const { playbook } = checkText(newPlaybook(answers).text);
  expect([...playbook.people.values()]).toHaveLength(3);
  expect(playbook.title?.value).toMatch(/\S/);
});

test('who gave one name twice is one person', () => {
  const { playbook } = checkText(newPlaybook({ ...blank, decides: 'Amina', posts: ' Amina ', fixes: 'Ben' }).text);
  expect([...playbook.people.keys()]).toEqual(['amina', 'ben']);
  expect([...playbook.roles.values()].map(({ person, deputy }) => [person?.id, deputy?.id])).toEqual([
    ['amina', 'ben'],
    ['amina', 'ben'],
    ['ben', 'amina'],
  ]);
});

test('names that make the same id are kept apart', () => {
  const { playbook } = checkText(newPlaybook({ ...blank, decides: 'A-B', posts: 'a b', fixes: '!!' }).text);
  expect([...playbook.people.keys()]).toEqual(['a_b', 'a_b_2', 'person']);
});

test('what was not said is selected first', () => {
  const selected = (answers: Answers) => {
    const { text, placeholder } = newPlaybook(answers);
    return text.slice(placeholder.start, placeholder.end);
  };
  expect(selected(blank)).toBe('Write here where everyone finds this plan');
  expect(selected({ ...blank, locale: 'ja' })).toBe('ここに、この計画の置き場所を書きます');
});
