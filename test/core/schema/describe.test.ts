import { expect, test } from 'vitest';
import { describeEntry, describeKey, describeValue, keysAt, valuesAt } from '../../../src/core/schema/describe';

test("a key says what it means in the reader's language", () => {
  expect(describeKey(['channels', 'x', 'mode'], 'en')).toMatchObject({
    name: 'mode',
    title: 'mode',
    description: 'Whether it comes to people, or people come to it.',
    values: [{ name: 'push' }, { name: 'pull' }],
    required: false,
  });
  expect(describeKey(['channels', 'x', 'mode'], 'ja')).toMatchObject({
    title: '届き方',
    description: '相手に届くか、相手が見に来るかです。',
    values: [{ title: '届ける' }, { title: '見に来る' }],
  });
});

test('a key also says what form its value has, an example, and what holds without it', () => {
  expect(describeKey(['activate_after'], 'en')).toMatchObject({
    form: expect.stringContaining('a whole number and one unit'),
    examples: ['15m', '2h'],
    default: '5m',
  });
  expect(describeKey(['channels', 'x', 'type'], 'en')?.required).toBe(true);
  expect(describeKey(['roles', 'lead', 'person'], 'en')?.section).toBe('people');
});

test('keys of a step depend on its kind', () => {
  const step = ['flows', 'main', 'steps', 'tell'];
  expect(describeKey([...step, 'ack_within'], 'en', 'escalate')?.description).toContain('wait for an answer');
  expect(describeKey([...step, 'ack_within'], 'en', 'do')).toBeUndefined();
  expect(describeKey([...step, 'ack_within'], 'en')?.name).toBe('ack_within');
  expect(describeKey([...step, 'kind'], 'ja', 'do')?.title).toBe('種類');
  expect(keysAt(step, 'en', 'end').map(({ name }) => name)).toEqual([
    'kind',
    'title',
    'phase',
    'by',
    'takes',
    'automation',
    'note',
    'outcome',
  ]);
  expect(describeEntry(step, 'en', 'wait')?.description).toContain('Every loop needs one');
});

test('values of closed lists, also inside lists', () => {
  expect(describeValue(['messages', 'a', 'covers', 0], 'from_to', 'ja')?.title).toBe('いつからいつまで');
  expect(describeValue(['messages', 'a', 'covers'], 'from_to', 'ja')?.title).toBe('いつからいつまで');
  expect(describeValue(['flows', 'main', 'steps', 'a', 'kind'], 'wait', 'en')?.description).toContain('Wait until');
  expect(describeValue(['flows', 'main', 'steps', 'a', 'every'], 'update_every', 'en', 'wait')).toBeDefined();
  expect(describeValue(['messages', 'a', 'covers', 0], 'nothing', 'ja')).toBeUndefined();
  expect(valuesAt(['status'], 'en').map(({ name }) => name)).toEqual(['draft', 'in-review', 'approved', 'retired']);
  expect(valuesAt(['title'], 'en')).toEqual([]);
});

test('nothing is said about what the language does not know', () => {
  for (const path of [
    [],
    ['nothing'],
    ['x-note'],
    ['channels', 'x'],
    ['channels', 'x', 'toString'],
    ['title', 'a'],
    ['drills', 0],
  ]) {
    expect(describeKey(path, 'en'), path.join('.')).toBeUndefined();
  }
  expect(describeKey(['drills', 0, 'planned'], 'en')?.description).toContain('planned');
});
