import type { Channel, Step } from '../../../../src/core/model/playbook';
import { steps } from './plan';
import { addBehind, addItem, at, isHere, type Mutation, remove, replaceValue, type Sample } from './sample';

const owed = { 'all-clear-missing': 'who was told in a lighter class before it got worse hears nothing more' };

/** Flows and channels: groups D and E. */
export const flowMutations: readonly Mutation[] = [
  {
    rule: 'unreachable-step',
    what: 'adds a step that nothing leads to',
    edit(sample) {
      const last = mainSteps(sample).at(-1);
      const entry = last && keyOf(sample, last);
      const end = mainSteps(sample).find(({ kind }) => kind === 'end');
      if (entry === undefined || end === undefined) return 'its first flow is in another file';
      const added = { key: 'spare_step', value: `{ kind: do, task: Sweep the floor, then: ${end.id} }` };
      return { edits: [addBehind(sample, entry, added)], at: ['spare_step'] };
    },
  },
  ...(['gather', 'announce', 'do', 'wait'] as const).map(
    (kind): Mutation => ({
      rule: 'dead-end',
      what: `leads on from no "${kind}"`,
      edit(sample) {
        const step = steps(sample).find((one) => one.kind === kind);
        const then = step && keyOf(sample, step, 'then');
        if (step === undefined || then === undefined) return `it has no step of the kind ${kind}`;
        return { edits: [remove(sample, then)], at: [step.idSpan.start] };
      },
    }),
  ),
  {
    rule: 'dead-end',
    what: 'waits for an answer for ever',
    edit(sample) {
      const step = steps(sample).find(({ kind }) => kind === 'escalate');
      const key = step && keyOf(sample, step, 'no_ack');
      if (step === undefined || key === undefined) return 'it escalates to nobody';
      return { edits: [remove(sample, key)], at: [step.idSpan.start] };
    },
  },
  {
    rule: 'answer-missing',
    what: 'has no exit for one answer',
    edit(sample) {
      const step = steps(sample).find((one) => one.kind === 'ask' && one.fact !== undefined);
      const answers = step && keyOf(sample, step, 'answers');
      const last = answers?.value.kind === 'map' ? answers.value.entries.at(-1) : undefined;
      if (answers === undefined || last === undefined) return 'it asks for no fact';
      return { edits: [remove(sample, last)], at: [answers.key.span.start] };
    },
  },
  {
    rule: 'answer-missing',
    what: 'has no case for one class',
    edit(sample) {
      const step = steps(sample).find(({ kind }) => kind === 'classify');
      const cases = step && keyOf(sample, step, 'cases');
      const [first, second] = cases?.value.kind === 'map' ? cases.value.entries : [];
      if (cases === undefined || first === undefined || second === undefined) return 'it has one class only';
      return { edits: [remove(sample, first)], at: [cases.key.span.start] };
    },
  },
  {
    rule: 'loop-without-wait',
    what: 'leads round the wait in place of through it',
    edit(sample) {
      for (const wait of steps(sample)) {
        const next = wait.kind === 'wait' ? wait.exits.find(({ via }) => via === 'then')?.to.target : undefined;
        if (next === undefined) continue;
        for (const exit of next.exits) {
          const before = exit.to.target === wait ? next : exit.to.target;
          const back = before?.exits.find(({ to }) => to.target === wait)?.to;
          if (before === undefined || back === undefined) continue;
          const first = [before, next].sort((a, b) => a.idSpan.start - b.idSpan.start)[0];
          const incoming = steps(sample)
            .flatMap(({ exits }) => exits)
            .filter(({ to }) => to.target === wait);
          if (incoming.length < 2 || first === undefined) continue;
          return { edits: [{ span: back.span, text: next.id }], at: [first.idSpan.start] };
        }
      }
      return 'it has no loop';
    },
  },
  {
    rule: 'decider-not-single',
    what: 'lets nobody decide',
    edit(sample) {
      const roles = at(sample, 'roles');
      const role = [...sample.playbook.roles.values()].find(({ decides }) => decides);
      const key = role && at(sample, 'roles', role.id, 'decides');
      if (roles === undefined || key === undefined) return 'its roles are in another file';
      return { edits: [remove(sample, key)], at: [roles.key.span.start] };
    },
  },
  {
    rule: 'decider-not-single',
    what: 'lets two decide',
    edit(sample) {
      const role = [...sample.playbook.roles.values()].find(({ decides, idSpan }) => !decides && isHere(idSpan));
      const person = role && at(sample, 'roles', role.id, 'person');
      const second = [...sample.playbook.roles.values()].filter((one) => one.decides || one === role)[1];
      if (role === undefined || person === undefined || second === undefined) return 'its roles are in another file';
      return {
        edits: [addBehind(sample, person, { key: 'decides', value: 'true' })],
        at: [second.idSpan.start],
      };
    },
  },
  {
    rule: 'no-deputy',
    what: 'has no deputy for the one who decides',
    edit(sample) {
      const role = [...sample.playbook.roles.values()].find(({ decides }) => decides);
      const key = role && at(sample, 'roles', role.id, 'deputy');
      if (role === undefined || key === undefined) return 'its roles are in another file';
      return { edits: [remove(sample, key)], at: [role.idSpan.start] };
    },
  },
  {
    rule: 'first-notice-too-late',
    what: 'promises the first word in a minute',
    edit(sample) {
      const severity = [...sample.playbook.severities.values()].find(({ announce }) => announce);
      const promise = severity?.firstNoticeWithin;
      if (promise === undefined) return 'it promises no time';
      return { edits: [{ span: promise.span, text: '1m' }], at: [promise.span.start] };
    },
  },
  {
    rule: 'no-notice',
    what: 'comes to the end where nobody answers',
    edit(sample) {
      const { runs } = sample.checked;
      for (const step of mainSteps(sample)) {
        const key = step.kind === 'escalate' ? keyOf(sample, step, 'no_ack') : undefined;
        const end = mainSteps(sample).findLast(({ kind }) => kind === 'end');
        if (key === undefined || end === undefined || runs.severitiesAt(step).has(undefined)) continue;
        return { edits: [replaceValue(key, end.id)], at: [end.idSpan.start], also: owed };
      }
      return 'it escalates only before it knows how bad it is';
    },
  },
  {
    rule: 'no-notice',
    what: 'takes the way of silence in a class that is announced',
    edit(sample) {
      const classify = mainSteps(sample).find(({ kind }) => kind === 'classify');
      if (classify?.kind !== 'classify') return 'its first flow has no classes';
      const cases = [...classify.cases.values()];
      const silent = cases.find(({ severity }) => severity.target?.announce === false)?.exit?.to;
      const loud = cases.filter(({ severity }) => severity.target?.announce === true);
      const [first] = loud;
      if (silent?.target === undefined || first?.exit === undefined || loud.length < 2)
        return 'it has no second class that is announced, or none that is silent';
      let end: Step | undefined = silent.target;
      while (end !== undefined && end.kind !== 'end') end = end.exits[0]?.to.target;
      if (end === undefined) return 'the silent way has no end';
      return {
        edits: [{ span: first.exit.to.span, text: silent.id }],
        at: [end.idSpan.start],
        also: {
          ...owed,
          'escalation-missing': 'nobody is told of the worst class any more',
          'drill-missing': 'no scenario walks through that class as it is meant',
        },
      };
    },
  },
  {
    rule: 'five-steps-missing',
    what: 'never asks for the cause, or never prevents the next time',
    edit(sample) {
      const [main] = sample.playbook.flows.values();
      if (main === undefined) return 'it has no flow';
      const flows = new Set([
        main,
        ...mainSteps(sample).flatMap((step) => (step.kind === 'call' ? (step.calls?.target ?? []) : [])),
      ]);
      const own = [...flows].flatMap((flow) => [...flow.steps.values()]);
      for (const phase of ['cause', 'prevent', 'assess', 'impact'] as const) {
        const [step, second] = own.filter((one) => one.phase?.value === phase);
        if (step?.phase === undefined || second !== undefined) continue;
        return { edits: [{ span: step.phase.span, text: 'respond' }], at: [main.idSpan.start] };
      }
      return 'each phase has several steps';
    },
  },
  {
    rule: 'vendor-wait-silent',
    what: 'waits before the first word',
    edit(sample) {
      const isVendors = [...sample.playbook.scenarios.values()].some(
        ({ fault, flow }) => fault?.value === 'vendor' && flow === undefined,
      );
      const announce = mainSteps(sample).find(({ kind }) => kind === 'announce');
      const entry = announce && keyOf(sample, announce);
      if (!isVendors || announce === undefined || entry === undefined)
        return "no scenario of its main flow is the vendor's fault";
      const ways = mainSteps(sample)
        .flatMap(({ exits }) => exits)
        .filter(({ to }) => to.target === announce);
      return {
        edits: [
          ...ways.map(({ to }) => ({ span: to.span, text: 'quiet_wait' })),
          addBehind(sample, entry, { key: 'quiet_wait', value: `{ kind: wait, every: 1m, then: ${announce.id} }` }),
        ],
        at: ['quiet_wait: {'],
      };
    },
  },
  {
    rule: 'announce-on-dead-channel',
    what: 'breaks what an announced channel depends on',
    edit(sample) {
      const { playbook } = sample;
      for (const scenario of playbook.scenarios.values()) {
        const fails = at(sample, 'scenarios', scenario.id, 'fails');
        if (fails === undefined || scenario.flow !== undefined) continue;
        for (const channel of playbook.channels.values()) {
          const [system] = channel.dependsOn;
          const named = playbook.references.filter(
            ({ target, span, section }) =>
              section === 'channels' && target === channel && isAnnounced(sample, span.start),
          );
          if (system === undefined || channel.optional || named.length === 0) continue;
          const edit = addItem(fails, system.id, sample.text);
          if (edit === undefined) continue;
          return {
            edits: [edit],
            at: playbook.references
              .filter(
                ({ target }) =>
                  target === channel ||
                  (target?.section === 'channels' && (target as Channel).dependsOn.some(({ id }) => id === system.id)),
              )
              .map(({ span }) => span.start),
            count: -1,
            also: {
              'too-few-live-channels': 'fewer channels are alive then',
              'contact-list-trapped': 'the list may be kept there',
            },
          };
        }
      }
      return 'nothing fails in its scenarios, or no announced channel depends on anything';
    },
  },
  {
    rule: 'too-few-live-channels',
    what: 'breaks all that its channels depend on',
    edit(sample) {
      const { playbook } = sample;
      const outside = [...playbook.channels.values()].filter(({ external, optional }) => external && !optional);
      const free = outside.filter(({ dependsOn, type }) => dependsOn.length === 0 && type !== 'sorry-page');
      if (free.length > 1) return 'two of its channels depend on nothing, so nothing can take them away';
      const systems = [...new Set(outside.flatMap(({ dependsOn }) => dependsOn.map(({ id }) => id)))];
      if (systems.length === 0) return 'no channel of it depends on anything';
      const [scenario] = [...playbook.scenarios.values()].filter(
        ({ idSpan, fails }) => isHere(idSpan) && fails.length === 0,
      );
      const kind = scenario && at(sample, 'scenarios', scenario.id, 'kind');
      if (scenario === undefined || kind === undefined) return 'something fails in each of its scenarios';
      return {
        edits: [addBehind(sample, kind, { key: 'fails', value: `[${systems.join(', ')}]` })],
        at: [scenario.idSpan.start],
        also: {
          'announce-on-dead-channel': 'what is down is also announced on',
          'contact-list-trapped': 'the list may be kept there',
        },
      };
    },
  },
  {
    rule: 'contact-list-trapped',
    what: 'keeps the list where the trouble is',
    edit(sample) {
      const { playbook } = sample;
      const failing = [...playbook.scenarios.values()].flatMap(({ fails }) => fails.map(({ id }) => id));
      for (const { id, idSpan, dependsOn } of playbook.channels.values()) {
        const kept = at(sample, 'channels', id, 'list_copy', 'kept_in');
        const system = failing.find((one) => !dependsOn.some((other) => other.id === one));
        if (kept === undefined || system === undefined || !isHere(idSpan)) continue;
        return { edits: [replaceValue(kept, system)], at: [kept.key.span.start] };
      }
      return 'no channel of its own has a list, or nothing fails in its scenarios';
    },
  },
  {
    rule: 'all-clear-missing',
    what: 'tells one channel only that it is over',
    edit(sample) {
      const step = steps(sample).find((one) => one.kind === 'announce' && one.channels === 'announced');
      const key = step && keyOf(sample, step, 'channels');
      const message = step?.kind === 'announce' ? step.message?.target : undefined;
      const severity = [...sample.playbook.severities.values()].find(({ announce }) => announce);
      const [channel] = severity?.channels ?? [];
      if (key === undefined || channel === undefined || !message?.variants.has(channel.id))
        return 'it tells nobody that it is over';
      return { edits: [replaceValue(key, `[${channel.id}]`)], at: clears(sample) };
    },
  },
  {
    rule: 'variant-missing',
    what: 'has nothing to say on one channel',
    edit(sample) {
      for (const step of mainSteps(sample)) {
        const message = step.kind === 'announce' ? step.message : undefined;
        const last = [...(message?.target?.variants.values() ?? [])].findLast(
          ({ channel }) => channel.target?.external && !channel.target.optional,
        );
        const entry = message && last && at(sample, 'messages', message.id, 'variants', last.id);
        if (message === undefined || entry === undefined || (message.target?.variants.size ?? 0) < 2) continue;
        return { edits: [remove(sample, entry)], at: [message.span.start] };
      }
      return 'each of its messages goes to one channel';
    },
  },
  {
    rule: 'quota-exceeded',
    what: 'has fewer messages left than readers',
    edit(sample) {
      const severity = [...sample.playbook.severities.values()].find(({ announce }) => announce);
      const channel = severity?.channels.find(({ target }) => target !== undefined && isHere(target.idSpan))?.target;
      if (channel === undefined) return 'its channels are in another file';
      const left = at(sample, 'channels', channel.id, 'quota_left');
      if (left !== undefined) return { edits: [replaceValue(left, '10')], at: [left.key.span.start] };
      const type = at(sample, 'channels', channel.id, 'type');
      if (type === undefined) return 'its channel has no type';
      const keys = [
        { key: 'reach', value: '1000' },
        { key: 'quota_left', value: '999' },
      ];
      return { edits: [addBehind(sample, type, ...keys)], at: ['quota_left: 999'] };
    },
  },
  {
    rule: 'text-too-long',
    what: 'has a subject that nobody sees the end of',
    edit(sample) {
      for (const message of sample.playbook.messages.values()) {
        for (const variant of message.variants.values()) {
          const subject = at(sample, 'messages', message.id, 'variants', variant.id, 'subject');
          if (subject === undefined) continue;
          return {
            edits: [
              replaceValue(
                subject,
                sample.words === 'ja' ? 'お知らせ、'.repeat(20) : 'and more words '.repeat(20).trim(),
              ),
            ],
            at: [variant.idSpan.start],
          };
        }
      }
      return 'it sends no mail';
    },
  },
  {
    rule: 'push-fatigue',
    what: 'pushes what it repeats',
    edit(sample) {
      for (const step of steps(sample)) {
        if (step.kind !== 'announce' || !Array.isArray(step.channels)) continue;
        for (const { id } of step.channels) {
          const mode = at(sample, 'channels', id, 'mode');
          if (mode !== undefined) return { edits: [remove(sample, mode)], at: [step.idSpan.start] };
        }
      }
      return 'it repeats nothing on a channel that could push';
    },
  },
  {
    rule: 'push-fatigue',
    what: 'calls a page that is told again and again a push',
    edit(sample) {
      for (const step of steps(sample)) {
        const named = step.kind === 'announce' && Array.isArray(step.channels) ? step.channels : [];
        const repeats = step.exits.some(({ to }) => to.target?.kind === 'wait');
        for (const { target } of repeats ? named : []) {
          const type = target && at(sample, 'channels', target.id, 'type');
          if (target?.mode !== 'pull' || target.type === 'sorry-page' || type === undefined || target.keys.has('mode'))
            continue;
          return {
            edits: [addBehind(sample, type, { key: 'mode', value: 'push' })],
            at: steps(sample)
              .filter(({ kind }) => kind === 'announce')
              .map(({ idSpan }) => idSpan.start),
            count: -1,
            also: { 'status-source-missing': 'nobody opens a page that pushes' },
          };
        }
      }
      return 'it repeats nothing on a page of its own';
    },
  },
  {
    rule: 'status-source-missing',
    what: 'has readers where no page is for them',
    edit(sample) {
      const pages = [...sample.playbook.channels.values()].filter(
        ({ mode, url }) => mode === 'pull' && url !== undefined,
      );
      const channels = at(sample, 'channels');
      const audience = [...sample.playbook.audiences.values()].find(({ regions }) => regions.length > 0);
      const regions = audience && at(sample, 'audiences', audience.id, 'regions');
      const edit = regions && addItem(regions, 'FR', sample.text);
      if (channels !== undefined && pages.length > 0 && pages.every((page) => page.regions.length > 0) && edit)
        return { edits: [edit], at: [channels.key.span.start] };
      const [page, second] = pages;
      const url = page && at(sample, 'channels', page.id, 'url');
      if (channels === undefined || url === undefined || second !== undefined)
        return 'it has several pages for everyone, or none of its own';
      return { edits: [remove(sample, url)], at: [channels.key.span.start] };
    },
  },
  {
    rule: 'personal-data-path',
    what: 'tells customers of their data before anyone who knows the law',
    edit(sample) {
      for (const scenario of sample.playbook.scenarios.values()) {
        const flow = scenario.flow?.target;
        const exposed = [...sample.playbook.checklist.values()].some(({ personalData }) => personalData);
        if (
          !exposed ||
          flow === undefined ||
          (scenario.kind?.value !== 'data-incident' && scenario.kind?.value !== 'mis-sent')
        )
          continue;
        const own = [...flow.steps.values()];
        const gather = own.find(
          (one) => one.kind === 'gather' && one.collect.some(({ target }) => target?.personalData),
        );
        const then = gather?.exits.find(({ via }) => via === 'then')?.to;
        const next = then?.target;
        const announce = next?.kind === 'escalate' ? next.exits.find(({ via }) => via === 'then')?.to : undefined;
        if (then === undefined || announce?.target?.kind !== 'announce' || next === undefined) continue;
        return {
          edits: [{ span: then.span, text: announce.id }],
          at: [announce.target.idSpan.start],
          also: { 'unreachable-step': 'nothing leads to the step that would have told them' },
        };
      }
      return 'it has no flow that asks for personal data and escalates at once';
    },
  },
  {
    rule: 'personal-data-path',
    what: 'leads round the step that asks those who know the law',
    edit(sample) {
      for (const { kind, flow } of sample.playbook.scenarios.values()) {
        if (kind?.value !== 'data-incident') continue;
        const [main] = sample.playbook.flows.values();
        const own = [...((flow?.target ?? main)?.steps.values() ?? [])];
        for (const escalate of own) {
          const then = escalate.kind === 'escalate' ? escalate.exits[0]?.to : undefined;
          const before = own.filter(({ exits }) => exits.some(({ to }) => to.target === escalate));
          const [way] = before.flatMap(({ exits }) => exits.filter(({ to }) => to.target === escalate));
          if (then?.target === undefined || way === undefined || then.target.kind === 'end') continue;
          return {
            edits: [{ span: way.to.span, text: then.id }],
            at: own.filter((step) => step.kind === 'announce').map(({ idSpan }) => idSpan.start),
            count: -1,
            also: {
              'unreachable-step': 'nothing leads to the step that would have told them',
              'escalation-missing': 'who decides is not told in that class, either',
              'five-steps-missing': 'nobody inside is called on that path',
            },
          };
        }
      }
      return 'it has no scenario of a data incident';
    },
  },
];

/** The last all-clear of a path is where the finding is; behind the one that was cut down may stand another. */
function clears(sample: Sample): readonly number[] {
  return steps(sample).flatMap((step) => keyOf(sample, step, 'channels')?.key.span.start ?? []);
}

function isAnnounced({ playbook }: Sample, offset: number): boolean {
  return [...playbook.severities.values()].some(({ channels }) => channels.some(({ span }) => span.start === offset));
}

function mainSteps({ playbook }: Sample): readonly Step[] {
  const [main] = playbook.flows.values();
  return main === undefined || !isHere(main.idSpan) ? [] : [...main.steps.values()];
}

function keyOf(sample: Sample, step: Step, ...keys: readonly string[]) {
  return at(sample, 'flows', step.flow.id, 'steps', step.id, ...keys);
}
