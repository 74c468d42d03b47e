import type { Runs } from '../../flow/runs';
import { channelDown, type DeadChannel, type SystemsDown, systemsDown } from '../../model/dependencies';
import type { AnnounceStep, Channel, Playbook, Reference, Scenario } from '../../model/playbook';
import { isMisspelt } from '../../schema/written';
import type { Translate } from '../../text/translate';
import type { Related } from '../finding';
import { sayList } from '../flowWords';
import { removeItem } from '../listEdits';
import type { Rule, RuleFinding } from '../rule';
import { showDown } from '../systemWords';

export const announceOnDeadChannel: Rule = {
  id: 'announce-on-dead-channel',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'In every scenario, announcements go out on channels that still work.',
  why: 'A notice on a channel that went down together with the site reaches nobody, and nobody notices.',

  *check({ playbook, runs, t }) {
    const places = new Map<Reference<Channel>, Place>();
    for (const scenario of playbook.scenarios.values()) {
      const down = systemsDown(scenario, playbook);
      if (down.size > 0) collect(places, scenario, down, playbook, runs.in(scenario));
    }
    for (const place of places.values()) yield toFinding(place, playbook, t);
  },
};

/** A channel as a step or a class names it, and all that makes it dead there. */
interface Place {
  readonly reference: Reference<Channel>;
  /** All references of the list that it stands in. */
  readonly list: readonly Reference<Channel>[];
  readonly cases: Case[];
}

interface Case {
  readonly scenario: Scenario;
  readonly step: AnnounceStep;
  readonly channel: Channel;
  readonly dead: DeadChannel;
  /** All channels of the step are dead. */
  readonly silent: boolean;
}

function collect(
  places: Map<Reference<Channel>, Place>,
  scenario: Scenario,
  down: SystemsDown,
  playbook: Playbook,
  runs: Runs,
): void {
  const deadOf = new Map<Channel, DeadChannel>();
  for (const channel of playbook.channels.values()) {
    const dead = channelDown(channel, down, playbook);
    if (dead !== undefined) deadOf.set(channel, dead);
  }
  if (deadOf.size === 0) return;
  for (const { step, list } of announcements(playbook, runs)) {
    const targets = list.flatMap(({ target }) => (target === undefined ? [] : [target]));
    const silent = targets.length > 0 && targets.every((channel) => deadOf.has(channel));
    const counted = targets.some((channel) => !channel.optional);
    for (const reference of list) {
      const channel = reference.target;
      const dead = channel && deadOf.get(channel);
      if (channel === undefined || dead === undefined) continue;
      // Nobody counts on an optional channel, unless there is no other.
      if (channel.optional && (counted || !silent)) continue;
      const place = places.get(reference) ?? { reference, list, cases: [] };
      places.set(reference, place);
      place.cases.push({ scenario, step, channel, dead, silent });
    }
  }
}

/** Each step with the lists that it sends on. `announced` names none: those channels were told before, and are found there. */
function* announcements(playbook: Playbook, runs: Runs) {
  for (const flow of playbook.flows.values()) {
    for (const step of flow.steps.values()) {
      if (step.kind !== 'announce' || step.channels === 'announced' || isMisspelt(step, 'channels')) continue;
      const sendings = runs.sendings(step);
      if (sendings.length === 0) continue;
      if (step.channels !== undefined) yield { step, list: step.channels };
      else for (const { severity } of sendings) if (severity?.announce) yield { step, list: severity.channels };
    }
  }
}

function toFinding({ reference, list, cases }: Place, playbook: Playbook, t: Translate): RuleFinding {
  const silent = cases.filter((one) => one.silent);
  const told = silent.length > 0 ? silent : cases;
  const scenarios = [...new Set(told.map(({ scenario }) => scenario))];
  const steps = [...new Set(told.map(({ step }) => step.id))];
  const names = sayList(
    scenarios.map(({ id }) => id),
    t,
  );
  const message =
    silent.length > 0
      ? t(
          'In the scenario {0} the channel "{1}" is down, and {2} announces on nothing that still works: customers hear nothing. Add a channel that does not share its fate.',
          names,
          reference.id,
          sayList(steps, t),
        )
      : t(
          'In the scenario {0} the channel "{1}" is down, and {2} announces on it. Those who wait there hear nothing: take it out, or make it independent.',
          names,
          reference.id,
          sayList(steps, t),
        );
  const edit = list.length > 1 && silent.length === 0 ? removeItem(playbook.document.text, reference.span) : undefined;
  const shown = scenarios.slice(0, 3).flatMap((scenario) => told.find((one) => one.scenario === scenario) ?? []);
  return {
    span: reference.span,
    message,
    severity: silent.length > 0 ? 'error' : 'warning',
    related: shown.flatMap((one) => evidence(one, t)),
    fixes: edit === undefined ? [] : [{ title: t('Remove "{0}" here', reference.id), safe: false, edits: [edit] }],
  };
}

/** From the scenario over the systems to the channel. */
function evidence({ scenario, channel, dead }: Case, t: Translate): readonly Related[] {
  const { cause, reference } = dead;
  return [
    ...showDown(cause, scenario, t),
    { span: reference.span, message: t('The channel "{0}" depends on "{1}"', channel.id, reference.id) },
  ];
}
