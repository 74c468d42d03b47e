import { expect, test } from 'vitest';
import { expectFindings, lintText } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const rule = 'unknown-reference';
const with_ = (from: string, to: string) => {
  expect(smallPlaybook).toContain(from);
  return smallPlaybook.replace(from, to);
};

test('a step that is not there, with what was probably meant', () => {
  expectFindings(
    rule,
    with_('then: judge', 'then: <|jugde|>'),
    ['There is no step "jugde" in the flow "main". Did you mean "judge"?'],
    smallPlaybook,
  );
});

test('in every section, also in braces and in quotes', () => {
  expectFindings(rule, with_('operators: amina', 'operators: [ben, <|aminna|>]'), [
    'There is no "aminna" under "people". Did you mean "amina"?',
  ]);
  expectFindings(
    rule,
    with_('deputy: ben', 'deputy: <|"bem"|>'),
    ['There is no "bem" under "people". Did you mean "ben"?'],
    with_('deputy: ben', 'deputy: "ben"'),
  );
  expectFindings(rule, with_('audiences: customers', 'audiences: <|press|>'), [
    'There is no "press" under "audiences". Define it there, or name one that is: "customers".',
  ]);
  expectFindings(rule, with_('message: notice', 'message: <|zzz|>'), [
    'There is no "zzz" under "messages". Define it there, or name one that is: "notice" or "over".',
  ]);
});

test('the keys that name something: the channel of a variant, the class of a case', () => {
  expectFindings(
    rule,
    with_(
      '    variants:\n      status:\n        title: Sign-up is',
      '    variants:\n      <|statu|>:\n        title: Sign-up is',
    ),
    ['There is no "statu" under "channels". Did you mean "status"?'],
  );
  expectFindings(rule, with_('major: first_word', '<|majer|>: first_word'), [/no "majer" under "severities"/]);
});

test('facts in criteria, in formulas, and the choices they name', () => {
  const source = with_(
    'severities:\n  major:\n',
    `impact:
  lost: { formula: <|bacc|> * 2 + <|nothing_like_it|> }
severities:
  worst:
    title: Worst
    when_any:
      - scope = <|al|>
      - <|scop|> = all
      - lost >= 100
    channels: [status]
  major:
`,
  ).replace('  back:', '  scope: { ask: Who?, type: choice, choices: { all: All, some: Some } }\n  back:');
  expectFindings(rule, source, [
    'There is no "bacc" under "checklist". Did you mean "back"?',
    /^There is no "nothing_like_it" under "checklist". Define it there, or name one that is: "started_at"/,
    '"scope" has no choice "al". Did you mean "all"?',
    'There is no "scop" under "checklist". Did you mean "scope"?',
  ]);
});

test('the fact a report waits for, and what an approval is of', () => {
  expectFindings(
    rule,
    `${smallPlaybook}report:
  required_when: <|bak|> = no
approvals:
  - of: "messages.<|notise|>"
    by: amina
  - of: flows.<|mian|>
    by: amina
  - of: sorry_page
    by: amina
`,
    [/Did you mean "back"/, /Did you mean "notice"/, /Did you mean "main"/],
    `${smallPlaybook}report:
  required_when: back = no
approvals:
  - of: "messages.notice"
    by: amina
  - of: flows.main
    by: amina
  - of: sorry_page
    by: amina
`,
  );
  expectFindings(rule, `${smallPlaybook}report:\n  required_when: fault = ours\n`, []);
});

test('an error in a draft too, and a sibling that a variant takes over', () => {
  const source = with_('status: in-review', 'status: draft').replace(
    '        title: Sign-up is not working\n        body: |\n',
    '        same_as: <|statu|>\n        title: Sign-up is not working\n        body: |\n',
  );
  const [finding] = expectFindings(rule, source, ['The message "notice" says nothing on "statu". Define it there.']);
  expect(finding?.severity).toBe('error');
});

test('ids are the same in any composition, and are no keys of JavaScript', () => {
  const composed = 'ガイド'.normalize('NFC');
  const plain = with_('  lead:', `  ${composed.normalize('NFD')}: { person: amina, decides: false }\n  lead:`);
  expectFindings(rule, plain.replace('        by: lead\n', `        by: ${composed}\n`), []);
  expectFindings(rule, with_('by: lead\n', 'by: <|constructor|>\n'), [/no "constructor" under "roles"/]);
  expectFindings(rule, with_('by: lead\n', 'by: <|__proto__|>\n'), [/no "__proto__" under "roles"/]);
});

test('what is written once and used through an alias is told once', () => {
  const source = with_('operators: amina', 'operators: &who [<|amin|>]').replace(
    '\nchecklist:',
    '\n  other: { type: email, audiences: customers, operators: *who }\nchecklist:',
  );
  expectFindings(rule, source, ['There is no "amin" under "people". Did you mean "amina"?']);
});

test('files that are used: not there, no playbook, or broken; what they may define is not told again', () => {
  const files = {
    'notes.incident.yaml': 'shopping: [tea]\n',
    'half.incident.yaml': 'playbook: 1\npartial: true\npeople:\n  cleo: { name: Cleo\n',
    'parts.incident.yaml': 'playbook: 1\npartial: true\npeople:\n  dora: { name: Dora }\n',
  };
  const uses = (list: string) =>
    with_('deputy: ben', 'deputy: somebody_else').replace('people:', `uses: ${list}\npeople:`);
  expectFindings(
    rule,
    uses('<|gone.incident.yaml|>'),
    ['There is no file "gone.incident.yaml". The path starts from the folder of this file.'],
    undefined,
    { files },
  );
  expectFindings(
    rule,
    uses('[<|notes.incident.yaml|>]'),
    ['"notes.incident.yaml" is no playbook: nothing can be taken from it.'],
    undefined,
    { files },
  );
  expectFindings(rule, uses('[<|half.incident.yaml|>]'), [/can’t be read in full/], undefined, { files });
  const inTheFile = uses('parts.incident.yaml').replace('somebody_else', '<|somebody_else|>');
  expectFindings(rule, inTheFile, [/no "somebody_else" under "people"/], undefined, { files });
  expectFindings(rule, uses('parts.incident.yaml').replace('somebody_else', 'dora'), [], undefined, { files });
});

test('what stands below a key that can’t be read is one mistake, and that is told there', () => {
  expectFindings(
    rule,
    with_('  customers: { title: Customers }\n', '').replace('audiences:\n', 'audiences: [customers]\n'),
    [],
  );
  expectFindings(rule, with_('audiences:\n  customers', 'audience:\n  customers'), []);
  const without = with_('  customers: { title: Customers }\n', '').replace('audiences:\n', '');
  expectFindings(rule, without.replace('audiences: customers', 'audiences: <|customers|>'), [
    'There is no "customers" under "audiences". Define it there.',
  ]);
});

test('thousands of slips among thousands of ids are told in no time', () => {
  const people = Array.from({ length: 20_000 }, (_, at) => `  person${at}: { name: P }\n`).join('');
  const operators = Array.from({ length: 20_000 }, (_, at) => `      - persom${at}\n`).join('');
  const text = `playbook: 1\npeople:\n${people}channels:\n  x:\n    type: x\n    operators:\n${operators}`;
  const started = performance.now();
  expect(lintText(text).filter((finding) => finding.rule === rule)).toHaveLength(20_000);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('the small playbook names only what is there', () => {
  expectFindings(rule, smallPlaybook, []);
});
