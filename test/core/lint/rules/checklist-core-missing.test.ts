import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const more =
  '  who: { ask: Who?, type: text, core: scope }\n  until: { ask: How long?, type: text, core: duration }\n  way: { ask: Another way?, type: text, core: workaround }\n';
const behind = (text: string) => smallPlaybook.replace('severities:\n', `${text}severities:\n`);
const whole = behind(more).replace('collect: [started_at]', 'collect: [started_at, who]');

test('questions that nobody asks are added, in the language of the playbook', () => {
  const checklist = (text: string) => text.replace('checklist:\n', '<|checklist|>:\n');
  const [finding] = expectFindings(
    'checklist-core-missing',
    checklist(whole).replace('  way: { ask: Another way?, type: text, core: workaround }\n', ''),
    [/^No question of the checklist is marked as "workaround"\./],
    whole.replace(
      '  way: { ask: Another way?, type: text, core: workaround }\n',
      '  workaround:\n    ask: What can they do meanwhile?\n    type: text\n    core: workaround\n',
    ),
  );
  expect(finding?.fixes).toMatchObject([{ safe: true }]);
  const japanese = checklist(smallPlaybook).replace('status: in-review', 'status: in-review\nlocale: ja-JP');
  const [other] = expectFindings('checklist-core-missing', japanese, [/"duration", "scope" and "workaround"/]);
  expect(other?.fixes?.[0]?.edits[0]?.text).toContain('ask: いつまで続きそうですか');
});

test('start and scope are gathered before the first notice', () => {
  const late = behind(more.replace('  who:', '  <|who|>:'));
  const [finding] = expectFindings('checklist-core-missing', late, [
    'The first notice "first_word" can go out before anybody has gathered "who". Ask for it on every path before.',
  ]);
  expect(finding?.related?.map(({ message }) => message)).toContain('Step 1 of a path on which it is not known');
  expectFindings(
    'checklist-core-missing',
    whole.replace('  started_at:', '  <|started_at|>:').replace('collect: [started_at, who]', 'collect: [who]'),
    [/"started_at"/],
  );
});

test('all is asked in time; what may stay unknown was asked for; a word about what is over needs no scope', () => {
  expectFindings('checklist-core-missing', whole, []);
  expectFindings('checklist-core-missing', whole.replace('core: scope }', 'core: scope, optional: true }'), []);
  expectFindings('checklist-core-missing', behind(more).replace('stage: investigating', 'stage: apology'), []);
});

test('what is misspelt is told elsewhere; in a draft it is information', () => {
  // What is in the section is read all the same.
  expectFindings('checklist-core-missing', smallPlaybook.replace('checklist:', '<|cheklist|>:'), [/"duration"/]);
  const cor = smallPlaybook.replace('core: start', 'cor: start').replace('checklist:', '<|checklist|>:');
  expectFindings('checklist-core-missing', cor, [/^(?!.*"start")/]);
  expectFindings('checklist-core-missing', smallPlaybook.replace('core: start', 'core: begin'), []);
  const draft = lintText(smallPlaybook.replace('in-review', 'draft'));
  expect(draft.filter(({ rule }) => rule === 'checklist-core-missing')).toMatchObject([{ severity: 'info' }]);
});
