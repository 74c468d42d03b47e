import type { Step } from '../../../../src/core/model/playbook';
import {
  addBehind,
  append,
  at,
  isHere,
  type Mutation,
  type Outcome,
  remove,
  replaceValue,
  type Sample,
} from './sample';

/** Takes the key at the path away. */
function without(rule: string, path: readonly string[], place: readonly string[]): Mutation {
  return {
    rule,
    what: `takes ${path.join('.')} away`,
    edit(sample) {
      const entry = at(sample, ...path);
      const shown = at(sample, ...place);
      if (entry === undefined || shown === undefined) return `it has no ${path.join('.')}`;
      return { edits: [remove(sample, entry)], at: [shown.key.span.start] };
    },
  };
}

/** Readiness, classes and facts, and what comes afterwards: groups B, C and G. */
export const planMutations: readonly Mutation[] = [
  {
    rule: 'not-ready-at-launch',
    what: 'lets the day pass on which all is ready',
    edit(sample) {
      const day = at(sample, 'campaign', 'ready_by');
      return day ? { edits: [replaceValue(day, '2026-11-20')], at: [day.key.span.start] } : 'it has no campaign';
    },
  },
  {
    rule: 'approval-stale',
    what: 'has an approval of other words',
    edit(sample) {
      const [approval] = sample.playbook.approvals;
      if (approval?.hash !== undefined) {
        const { start } = approval.hash.span;
        const digit = start + 'sha256:'.length;
        const wrong = sample.text[digit] === '0' ? '1' : '0';
        return { edits: [{ span: { start: digit, end: digit + 1 }, text: wrong }], at: [start] };
      }
      const [message] = [...sample.playbook.messages.values()].filter(({ idSpan }) => isHere(idSpan));
      const [person] = sample.playbook.people.values();
      if (message === undefined || person === undefined) return 'it has no message';
      const lines = `approvals:\n  - of: messages.${message.id}\n    by: ${person.id}\n    on: 2026-11-01\n    hash: "sha256:${'0'.repeat(64)}"\n`;
      return { edits: [append(sample, lines)], at: ['sha256:'] };
    },
  },
  {
    rule: 'ai-draft-unreviewed',
    what: 'is drafted by a machine and read by nobody',
    edit(sample) {
      for (const { id, idSpan, draftedBy } of sample.playbook.messages.values()) {
        const drafted = at(sample, 'messages', id, 'drafted_by');
        const reviewed = at(sample, 'messages', id, 'reviewed_by');
        if (draftedBy === 'ai' && drafted && reviewed)
          return { edits: [remove(sample, reviewed)], at: [drafted.key.span.start] };
        const stage = at(sample, 'messages', id, 'stage');
        if (!isHere(idSpan) || reviewed !== undefined || stage === undefined || draftedBy === 'ai') continue;
        return { edits: [addBehind(sample, stage, { key: 'drafted_by', value: 'ai' })], at: ['drafted_by: ai'] };
      }
      return 'all its messages are reviewed, and none is drafted by a machine';
    },
  },
  {
    rule: 'playbook-stale',
    what: 'is past its review',
    edit(sample) {
      const day = at(sample, 'review_by');
      return day ? { edits: [replaceValue(day, '2026-11-01')], at: [day.key.span.start] } : 'it has no review_by';
    },
  },
  without('playbook-stale', ['find_it_at'], ['title']),
  without('drill-missing', ['drills'], ['campaign']),
  {
    rule: 'scenario-missing',
    what: 'has no scenario of a mail to the wrong people',
    edit(sample) {
      const mails = [...sample.playbook.channels.values()].some(({ type }) => type === 'email' || type === 'sms');
      const kinds = [...sample.playbook.scenarios.values()].flatMap(({ id, kind }) =>
        kind?.value === 'mis-sent' ? (at(sample, 'scenarios', id, 'kind') ?? []) : [],
      );
      const section = at(sample, 'scenarios');
      const [kind] = kinds;
      if (!mails || sample.playbook.campaign === undefined) return 'it is for no campaign that mails';
      if (kind === undefined || kinds.length > 1 || section === undefined) return 'it has not one such scenario';
      return { edits: [replaceValue(kind, 'other')], at: [section.key.span.start] };
    },
  },
  {
    rule: 'severity-without-number',
    what: 'tells the worst class by a yes or a choice',
    edit(sample) {
      for (const { id, announce, default: last, whenAll, whenAny } of sample.playbook.severities.values()) {
        if (!announce || last) continue;
        const key = whenAny.length > 0 ? 'when_any' : 'when_all';
        const entry = at(sample, 'severities', id, key);
        const own = at(sample, 'severities', id);
        const told = whenAll.find(({ number }) => number === undefined)?.source ?? tellingFact(sample);
        if (entry === undefined || own === undefined || told === undefined) continue;
        return { edits: [replaceValue(entry, `[${told}]`)], at: [own.key.span.start] };
      }
      return 'it has no class that a fact tells';
    },
  },
  {
    rule: 'severity-gap',
    what: 'has no class for all the rest',
    edit(sample) {
      const last = [...sample.playbook.severities.values()].find((severity) => severity.default);
      const key = last && at(sample, 'severities', last.id, 'default');
      const section = at(sample, 'severities');
      if (last === undefined || key === undefined || section === undefined) return 'it has no default class';
      return { edits: [remove(sample, key)], at: [section.key.span.start, last.idSpan.start] };
    },
  },
  {
    rule: 'severity-without-channels',
    what: 'takes the channels of a class away',
    edit: (sample) => ofAnnounced(sample, 'channels', 'it'),
  },
  {
    rule: 'silence-without-reason',
    what: 'gives no reason for silence',
    edit(sample) {
      for (const { id, announce } of sample.playbook.severities.values()) {
        const reason = at(sample, 'severities', id, 'silence_reason');
        const key = at(sample, 'severities', id, 'announce');
        if (!announce && reason && key) return { edits: [remove(sample, reason)], at: [key.key.span.start] };
      }
      return 'all its classes are announced';
    },
  },
  {
    rule: 'promise-missing',
    what: 'promises no time',
    edit: (sample) => ofAnnounced(sample, 'first_notice_within', 'it'),
  },
  {
    rule: 'escalation-missing',
    what: 'escalates the worst class to nobody',
    edit: (sample) => ofAnnounced(sample, 'escalate_to', 'it'),
  },
  {
    rule: 'impact-not-quantified',
    what: 'asks no longer for a number of a formula',
    edit(sample) {
      const { playbook } = sample;
      const used = new Set(
        [...playbook.severities.values()].flatMap(({ whenAny, whenAll }) =>
          [...whenAny, ...whenAll].map(({ fact }) => fact.target?.id),
        ),
      );
      const formulas = [...playbook.impact.values()].map(({ formula }) => formula?.value ?? '');
      for (const step of steps(sample)) {
        if (step.kind !== 'gather') continue;
        const entry = at(sample, 'flows', step.flow.id, 'steps', step.id, 'collect');
        const fact = step.collect.find(
          ({ id }) => !used.has(id) && formulas.some((formula) => formula.split(/\s+/).includes(id)),
        );
        const key = fact && at(sample, 'checklist', fact.id);
        if (fact === undefined || key === undefined || entry === undefined) continue;
        const kept = step.collect.filter(({ id }) => id !== fact.id).map(({ id }) => id);
        return {
          edits: [replaceValue(entry, `[${kept.join(', ')}]`)],
          at: [key.key.span.start],
          also: { 'variable-not-known-yet': 'a message or a class truly lacks what is no longer asked for' },
        };
      }
      return 'no step gathers a number that only a formula needs';
    },
  },
  {
    rule: 'impact-not-quantified',
    what: 'has no formula of what the trouble costs',
    edit(sample) {
      const section = at(sample, 'impact');
      const place = at(sample, 'checklist');
      const ids = new Set(sample.playbook.impact.keys());
      if (section === undefined || place === undefined) return 'it has no formula';
      const isUsed = sample.playbook.references.some(({ section: kind, id }) => kind === 'impact' || ids.has(id));
      if (isUsed) return 'its classes are told by the formula';
      return { edits: [remove(sample, section)], at: [place.key.span.start] };
    },
  },
  {
    rule: 'checklist-core-missing',
    what: 'marks no question as the one about another way',
    edit(sample) {
      const section = at(sample, 'checklist');
      const item = [...sample.playbook.checklist.values()].find(({ core }) => core?.value === 'workaround');
      const core = item && at(sample, 'checklist', item.id, 'core');
      if (core === undefined || section === undefined) return 'it has no such question of its own';
      return { edits: [remove(sample, core)], at: [section.key.span.start] };
    },
  },
  {
    rule: 'sorry-page-same-fate',
    what: 'puts the sorry page where the site is',
    edit(sample) {
      const host = at(sample, 'sorry_page', 'hosted_on');
      const failing = [...sample.playbook.scenarios.values()].find(
        ({ fails, flow }) => fails.length > 0 && flow === undefined,
      );
      const [system] = failing?.fails ?? [];
      if (host === undefined || system === undefined) return 'it has no sorry page';
      return {
        edits: [replaceValue(host, system.id)],
        at: [host.key.span.start],
        also: { 'announce-on-dead-channel': 'a step announces on the sorry page, which is down then' },
      };
    },
  },
  without('sorry-page-incomplete', ['sorry_page', 'status_link'], ['sorry_page']),
  without('sorry-page-incomplete', ['sorry_page', 'http', 'status'], ['sorry_page']),
  without('sorry-page-incomplete', ['sorry_page', 'switchover', 'agreed_with'], ['sorry_page']),
  without('lead-capture-consent', ['sorry_page', 'lead_capture', 'consent'], ['sorry_page', 'lead_capture']),
  without('humour-mismatch', ['sorry_page', 'visual', 'rationale'], ['sorry_page', 'visual']),
  without('inaccessible-text', ['sorry_page', 'visual', 'alt'], ['sorry_page', 'visual']),
  without('justice-incomplete', ['recovery', 'procedural'], ['recovery']),
  without('justice-incomplete', ['recovery', 'distributive', 'plus_alpha'], ['recovery', 'distributive']),
  {
    rule: 'report-incomplete',
    what: 'puts the summary behind the situation',
    edit(sample) {
      const order = at(sample, 'report', 'order');
      if (order === undefined) return 'it has no report';
      const list = sample.text.slice(order.value.span.start, order.value.span.end);
      return {
        edits: [replaceValue(order, list.replace('summary, situation', 'situation, summary'))],
        at: [order.key.span.start],
      };
    },
  },
  without('report-incomplete', ['report', 'approvers'], ['report']),
  without('followup-incomplete', ['followup', 'update_playbook'], ['followup']),
  without('followup-incomplete', ['support_script'], ['followup']),
];

function ofAnnounced(sample: Sample, key: string, name: string): Outcome {
  const severity = [...sample.playbook.severities.values()].find(({ announce, idSpan }) => announce && isHere(idSpan));
  const entry = severity && at(sample, 'severities', severity.id, key);
  if (severity === undefined || entry === undefined) return `${name} has no class with ${key}`;
  return { edits: [remove(sample, entry)], at: [severity.idSpan.start] };
}

/** A choice or a yes that is known where the class is decided, and true in a scenario where one says so. */
function tellingFact(sample: Sample): string | undefined {
  const { runs, playbook } = sample.checked;
  const classify = steps(sample).find(({ kind }) => kind === 'classify');
  if (classify === undefined) return undefined;
  for (const scenario of playbook.scenarios.values()) {
    for (const { fact, value } of scenario.facts)
      if (fact.target?.type === 'choice') return `${fact.id} = ${value.value}`;
  }
  for (const fact of runs.knownBefore(classify)) {
    if (fact.section !== 'checklist') continue;
    const [choice] = fact.choices.keys();
    if (fact.type === 'choice' && choice !== undefined) return `${fact.id} = ${choice}`;
    if (fact.type === 'yes-no') return `${fact.id} = yes`;
  }
  return undefined;
}

export function steps({ playbook }: Sample): readonly Step[] {
  return [...playbook.flows.values()]
    .flatMap((flow) => [...flow.steps.values()])
    .filter(({ idSpan }) => isHere(idSpan));
}
