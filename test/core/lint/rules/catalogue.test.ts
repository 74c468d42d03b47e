import { describe, expect, it } from 'vitest';
import { rules } from '../../../../src/core/lint/rules';
import { lintText } from '../../../support/lint';
import { readMarks } from '../../../support/marks';

/** A plan without a finding of any rule: each case below breaks it in one place. */
const whole = `playbook: 1
title: Launch day
status: in-review
find_it_at: https://wiki.acme.example/launch
review_by: 2027-06-30
campaign:
  launch_at: 2027-02-01T09:00+00:00
  ready_by: 2027-01-25
  baseline: { visits_per_hour: 4000 }
brand:
  archetype: trust
  glossary: { checkout: till }
people:
  amina: { name: Amina, reach: "tel:+44-20-0000-0001" }
  ben: { name: Ben, reach: "tel:+44-20-0000-0002" }
roles:
  lead: { person: amina, deputy: ben, decides: true }
audiences:
  customers: { title: Customers }
systems:
  app: { title: The app }
channels:
  status: { type: status-page, url: "https://status.acme.example", audiences: customers, operators: amina }
  x: { type: x, audiences: customers, operators: ben }
  mail: { type: email, audiences: customers, operators: ben }
checklist:
  started_at: { ask: When did it start?, type: datetime, core: start, max: 16 }
  until: { ask: How long?, type: text, core: duration, optional: true }
  scope: { ask: Who?, type: text, core: scope }
  other: { ask: Another way?, type: text, core: workaround }
  share: { ask: What share?, type: percent }
  back: { ask: Is it back?, type: yes-no }
impact:
  lost: { title: Lost, formula: visits_per_hour * share }
severities:
  major:
    title: Major
    uptime: serious
    when_any: [lost >= 1000]
    channels: [status, x]
    first_notice_within: 30m
    escalate_to: lead
  minor:
    title: Minor
    default: true
    announce: false
    silence_reason: Nobody is kept from buying.
scenarios:
  crowd: { title: A crowd, kind: overload, fails: [app], fault: ours }
  wrong_list: { title: Wrong list, kind: mis-sent, fault: ours }
flows:
  main:
    title: When it breaks
    steps:
      tell: { kind: escalate, by: lead, phase: assess, ack_within: 5m, to: lead, then: find_out, no_ack: find_out }
      find_out: { kind: gather, by: lead, phase: assess, collect: [started_at, until, scope, other, share], takes: 5m, then: judge }
      judge: { kind: classify, by: lead, phase: impact, takes: 1m, cases: { major: inform, minor: closed } }
      inform: { kind: escalate, by: lead, phase: impact, ack_within: 5m, then: first_word, no_ack: first_word }
      first_word: { kind: announce, by: lead, phase: respond, message: notice, takes: 3m, then: hold }
      hold: { kind: wait, phase: respond, then: is_it_back }
      is_it_back: { kind: ask, by: lead, phase: respond, fact: back, answers: { "yes": all_over, "no": hold } }
      all_over: { kind: announce, by: lead, phase: respond, message: over, channels: announced, takes: 5m, then: why }
      why: { kind: do, by: lead, phase: cause, takes: 5m, task: Ask for the cause, then: learn }
      learn: { kind: do, by: lead, phase: prevent, takes: 5m, task: Change the plan, then: done }
      done: { kind: end, outcome: resolved }
      closed: { kind: end, outcome: not-announced }
messages:
  notice:
    title: First notice
    stage: investigating
    variants:
      status:
        title: Sign-up is not working
        body: |
          Sign-up is not working for new customers as of {{posted_at}}. We are sorry.

          We will write again at {{next_update_at}}.
      x: |
        Sign-up is not working for new customers. We are sorry. Next news at {{next_update_at}}: https://status.acme.example
  over:
    title: All clear
    stage: resolved
    variants:
      status:
        title: Sign-up works again
        body: |
          Sign-up works again. It did not work from {{started_at}} to {{posted_at}}. Nothing is left over. We are sorry.
      x: |
        Sign-up works again. It did not work from {{started_at}} to {{posted_at}}. Nothing is left over. We are sorry. https://status.acme.example
support_script: { phone: Sorry about this. }
recovery:
  distributive: { offers: [A refund], plus_alpha: A month free }
  procedural: { single_contact: lead, steps_for_customer: 0, answer_within: 24h }
  interactional: { signed_by: amina, listens_via: mail, explains: true }
report:
  order: [summary, situation, impact, cause, action_temporary, action_permanent, prevention]
  approvers: lead
followup: { by: amina, within: 5d, covers: [what_happened, how_fixed, prevention], update_playbook: true }
drills:
  - { scenario: crowd, planned: 2027-01-20 }
`;

/** Rule, a text of the plan, and what stands in its place with the finding marked. */
const broken: readonly (readonly [string, string, string])[] = [
  ['playbook-stale', 'review_by: 2027-06-30', 'review_by: <|2026-11-01|>'],
  [
    'playbook-stale',
    'title: Launch day\nstatus: in-review\nfind_it_at: https://wiki.acme.example/launch',
    'title: <|Launch day|>\nstatus: in-review',
  ],
  ['not-ready-at-launch', 'ready_by: 2027-01-25', 'ready_by: <|2026-11-20|>'],
  ['drill-missing', 'planned: 2027-01-20', 'planned: 2027-02-20'],
  ['drill-missing', 'drills:\n  - { scenario: crowd, planned: 2027-01-20 }\n', ''],
  ['severity-without-number', 'when_any: [lost >= 1000]', 'when_any: [back = no]'],
  ['promise-missing', '  <|major|>:', ''],
  ['severity-without-channels', '    channels: [status, x]\n', ''],
  ['impact-not-quantified', 'other, share]', 'other]'],
  ['decider-not-single', ', decides: true', ''],
  ['no-deputy', '<|lead|>: { person: amina, deputy: ben,', ''],
  ['five-steps-missing', 'phase: cause,', 'phase: prevent,'],
  ['justice-incomplete', ', plus_alpha: A month free', ''],
  ['justice-incomplete', '  procedural: { single_contact: lead, steps_for_customer: 0, answer_within: 24h }\n', ''],
  ['report-incomplete', 'order: [summary, situation', 'order: [<|situation|>, summary'],
  ['report-incomplete', ', prevention]\n  approvers', ']\n  approvers'],
  ['followup-incomplete', 'what_happened, how_fixed, prevention], update', 'what_happened, how_fixed], update'],
  ['followup-incomplete', ', update_playbook: true', ''],
  [
    'scope-not-first',
    'Sign-up is not working for new customers as of {{posted_at}}. We',
    '<|Hello from the team.|> We',
  ],
  ['apology-missing', ' We are sorry.\n\n          We will', '\n\n          We will'],
  ['apology-weak', 'We are sorry.\n\n', 'We are <|sorry if you were|> affected.\n\n'],
  ['apology-weak', 'We are sorry.\n\n', 'We are sorry for <|any inconvenience|>.\n\n'],
  ['humour-mismatch', 'We are sorry.\n\n', 'We are sorry <|😅|>.\n\n'],
  ['humour-mismatch', 'We are sorry.\n\n', '<|Oops|>, we are sorry.\n\n'],
  ['jargon', 'as of {{posted_at}}. We', 'as of {{posted_at}}: our <|database|> is slow. We'],
  [
    'jargon',
    'Sign-up is not working for new customers as of',
    'The <|checkout|> is not working for new customers as of',
  ],
  ['hard-to-read', 'We are sorry.\n\n', `We are sorry.\n\n          <|${'One more word and '.repeat(8)}it ends.|>\n\n`],
  ['next-update-missing', 'We will write again at {{next_update_at}}.', 'We will write again.'],
  ['eta-unconfirmed', 'We are sorry.\n\n', 'We are sorry. It will be <|back by 6 pm|>.\n\n'],
  ['status-link-missing', '{{next_update_at}}: https://status.acme.example', '{{next_update_at}}.'],
  [
    'resolved-facts-missing',
    'It did not work from {{started_at}} to {{posted_at}}. Nothing is left over. We are sorry.\n      x',
    'We are sorry.\n      x',
  ],
  ['inaccessible-text', 'We are sorry.\n\n', 'We are sorry. <|Click here|>.\n\n'],
  [
    'lead-capture-consent',
    'support_script:',
    'sorry_page:\n  <|lead_capture|>: { list: mail, endpoint: "https://form.acme.example", purpose: recovery-only }\nsupport_script:',
  ],
];

/** The same in Japanese, where words are judged by other lists. */
const japanese = whole
  .replace('status: in-review', 'locale: ja\nstatus: in-review')
  .replace(
    /Sign-up is not working for new customers as of \{\{posted_at\}\}\. We are sorry\.\n\n {10}We will write again at \{\{next_update_at\}\}\./,
    '{{posted_at}}現在、一部のお客さまで会員登録ができません。申し訳ございません。\n\n          次のお知らせは{{next_update_at}}です。',
  )
  .replace(
    'Sign-up is not working for new customers. We are sorry. Next news at {{next_update_at}}:',
    '会員登録ができません。申し訳ございません。次は{{next_update_at}}です。',
  )
  .replace(
    /Sign-up works again\. It did[^\n]*sorry\.\n {6}x/,
    '{{started_at}}から{{posted_at}}まで会員登録ができませんでした。影響は残っていません。申し訳ございません。\n      x',
  )
  .replace(
    /Sign-up works again\. It did[^\n]*sorry\. https/,
    '{{started_at}}から{{posted_at}}まで会員登録ができませんでした。影響は残っていません。申し訳ございません。 https',
  );

const brokenJapanese: readonly (readonly [string, string, string])[] = [
  ['apology-missing', '申し訳ございません。\n\n', '確認しています。\n\n'],
  ['apology-weak', '申し訳ございません。\n\n', '<|もしご迷惑をおかけしたのであれば|>、お詫びいたします。\n\n'],
  ['apology-weak', '申し訳ございません。\n\n', '<|些細な|>不具合で申し訳ございません。\n\n'],
  ['humour-mismatch', '申し訳ございません。\n\n', '申し訳ございません<|（笑）|>。\n\n'],
  [
    'jargon',
    '会員登録ができません。申し訳ございません。\n\n',
    '会員登録ができません。<|データベース|>の不調です。申し訳ございません。\n\n',
  ],
  ['keigo-style', '申し訳ございません。\n\n', '<|取り急ぎ|>、お詫び申し上げます。\n\n'],
  ['keigo-style', '申し訳ございません。\n\n', '申し訳ございません。<|原因を調べている。|>\n\n'],
  ['keigo-style', 'phone: Sorry about this.', 'phone: すみません。あとで<|経費報告書|>を送ります。'],
  [
    'hard-to-read',
    '申し訳ございません。\n\n',
    `<|${'とても長い文を書き続けると読む人は息が続かず、'.repeat(4)}困ります。|>申し訳ございません。\n\n`,
  ],
  ['eta-unconfirmed', '申し訳ございません。\n\n', '申し訳ございません。<|18時頃に復旧する見込みです|>。\n\n'],
  [
    'scope-not-first',
    '{{posted_at}}現在、一部のお客さまで会員登録ができません。申し訳ございません。\n\n',
    '<|いつもありがとう、春の便りです。|>申し訳ございません。\n\n',
  ],
];

const found = (rule: string, text: string) => lintText(text).filter((finding) => finding.rule === rule);

function expectOneEdit(plan: string, [rule, from, to]: readonly [string, string, string]): void {
  const isMarked = from.includes('<|');
  const source = isMarked ? plan : plan.replace(from, to);
  const { text, spans } = readMarks(isMarked ? plan : source);
  if (!isMarked) expect(text).not.toBe(plan);
  const findings = found(rule, text);
  expect(findings.length).toBeGreaterThan(0);
  if (spans.length > 0)
    expect(findings.map(({ span }) => text.slice(span.start, span.end))).toContain(
      text.slice(spans[0]?.start, spans[0]?.end),
    );
}

describe('rules that words and the model alone decide', () => {
  it('are silent on the plan that is whole, in both languages', () => {
    for (const plan of [whole, japanese]) {
      const judged = new Set([...broken, ...brokenJapanese].map(([rule]) => rule));
      expect(
        lintText(plan)
          .filter(({ rule }) => judged.has(rule))
          .map(({ rule, message }) => `${rule} ${message}`),
      ).toEqual([]);
    }
  });

  it.each(broken.filter(([, from]) => !from.includes('<|')))('%s finds %j → %j', (rule, from, to) =>
    expectOneEdit(whole, [rule, from, to]),
  );
  it.each(brokenJapanese)('%s finds %j → %j', (rule, from, to) => expectOneEdit(japanese, [rule, from, to]));

  it('promise-missing and no-deputy point at the class and the role', () => {
    const late = whole.replace('    first_notice_within: 30m\n', '');
    expect(found('promise-missing', late).map(({ span }) => late.slice(span.start, span.end))).toEqual(['major']);
    const alone = whole.replace('deputy: ben, ', '');
    expect(found('no-deputy', alone).map(({ span }) => alone.slice(span.start, span.end))).toEqual(['lead']);
  });

  it('are softer in a draft, and never harder', () => {
    const weight = { info: 0, warning: 1, error: 2 };
    for (const [rule, from, to] of broken.filter(([, text]) => !text.includes('<|'))) {
      const { text } = readMarks(whole.replace(from, to));
      const draft = text.replace('status: in-review', 'status: draft');
      const hardest = (findings: ReturnType<typeof found>) =>
        Math.max(...findings.map(({ severity }) => weight[severity]));
      if (found(rule, draft).length > 0)
        expect(hardest(found(rule, draft))).toBeLessThanOrEqual(hardest(found(rule, text)));
    }
  });

  it('give each rule an id, a promise and a reason of its own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(new Set(rules.map(({ summary }) => summary)).size).toBe(rules.length);
    for (const { id, summary, why } of rules) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(summary).toMatch(/\.$/);
      expect(why).toMatch(/\.$/);
    }
  });
});
