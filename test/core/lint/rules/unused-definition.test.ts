import { expect, test } from 'vitest';
import { expectFindings } from '../../../support/lint';
import { smallPlaybook } from '../../../support/small';

const rule = 'unused-definition';
const with_ = (from: string, to: string) => {
  expect(smallPlaybook).toContain(from);
  return smallPlaybook.replace(from, to);
};
const says = (id: string) => `Nothing in this plan uses "${id}". Use it, or take it away.`;

test('a channel, a role, an audience and a fact; the fix takes their lines', () => {
  const [finding] = expectFindings(
    rule,
    with_(
      'checklist:\n',
      '  <|email|>: { type: email, audiences: customers }\nchecklist:\n  # Nobody asks this.\n  <|why|>: { ask: Why?, type: text }\n',
    )
      .replace('channels:\n', '  <|press|>: { title: Press }\nchannels:\n')
      .replace('audiences:\n', '  <|spare|>: { person: ben }\naudiences:\n'),
    [says('spare'), says('press'), says('email'), says('why')],
    smallPlaybook,
  );
  expect(finding?.severity).toBe('info');
});

test('the only variable goes with its section', () => {
  expectFindings(rule, `${smallPlaybook}\nvariables:\n  <|shop|>: { sample: x }\n`, [says('shop')], smallPlaybook);
});

test('a message that no step sends, with its empty line', () => {
  const message = `  <|extra|>:
    stage: identified
    variants:
      status:
        title: Still
        body: |
          Still not working.

`;
  const spaced = with_('  over:\n', '\n  over:\n');
  expectFindings(rule, spaced.replace('\n  over:', `\n${message}  over:`), [says('extra')], spaced);
});

test('a flow that only calls itself', () => {
  const flow = `  <|other|>:
    steps:
      again: { kind: call, flow: other, then: end }
      end: { kind: end }
`;
  expectFindings(rule, with_('messages:\n', `${flow}messages:\n`), [says('other')], smallPlaybook);
});

test('a translation goes out with its original, and only with it', () => {
  const translation = (of: string, id = 'japanese') => `  ${id}:
    stage: investigating
    locale: ja
    translation_of: ${of}
    variants:
      status: { title: x, body: x }
`;
  expectFindings(rule, smallPlaybook + translation('notice'), []);
  const original = translation('notice', '<|original|>').replace('    translation_of: notice\n', '');
  expectFindings(rule, smallPlaybook + original + translation('original', '<|japanese|>'), [
    says('original'),
    says('japanese'),
  ]);
});

test('what counts as use: criteria, formulas, collecting, braces, the sorry page, the report', () => {
  const source = with_(
    'severities:\n  major:\n',
    `  share: { ask: What share?, type: percent }
  minutes: { ask: How long?, type: minutes }
  cause: { ask: Why?, type: text }
  exposed: { ask: Seen?, type: yes-no }
impact:
  lost: { formula: minutes * 2 }
severities:
  worst:
    title: Worst
    when_any: [share >= 50%, lost > 10]
    channels: [status]
  major:
`,
  )
    .replace('as of {{posted_at}}', 'as of {{posted_at}} {{cause}} {{shop}}')
    .replace('channels:\n', 'channels:\n  sorry: { type: sorry-page }\n');
  expectFindings(
    rule,
    `${source}variables:
  shop: { sample: x }
sorry_page:
  status_link: status
report:
  required_when: exposed = yes
`,
    [],
  );
});

test('a role that decides, and what was probably meant by a slip, are used', () => {
  expectFindings(rule, smallPlaybook.replaceAll(/ +by: lead\n/g, ''), []);
  expectFindings(rule, with_('message: notice', 'message: notise'), []);
});

test('an approval is no use', () => {
  expectFindings(
    rule,
    `${smallPlaybook}  <|extra|>:
    stage: identified
    variants:
      status: { title: x, body: x }
approvals:
  - of: messages.extra
`,
    [says('extra')],
  );
});

test('while a kind is not written yet, what the step names is used', () => {
  expectFindings(rule, with_('kind: announce\n        by: lead\n        message: notice', 'message: notice'), []);
});

test('shared parts are for others to use', () => {
  const parts = 'playbook: 1\npartial: true\naudiences:\n  press: { title: Press }\n';
  expectFindings(rule, parts, []);
  expectFindings(rule, with_('people:', 'uses: parts.incident.yaml\npeople:'), [], undefined, {
    files: { 'parts.incident.yaml': parts },
  });
});

test('as long as there is no flow, nothing could be used', () => {
  expectFindings(rule, smallPlaybook.replace(/flows:[\s\S]*(?=messages:)/, ''), []);
});
