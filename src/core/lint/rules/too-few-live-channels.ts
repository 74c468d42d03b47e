import { channelDown, reliesOn, type SystemsDown, systemsDown, systemsOf } from '../../model/dependencies';
import type { Channel, Playbook, Scenario, System } from '../../model/playbook';
import type { Translate } from '../../text/translate';
import type { Related } from '../finding';
import { sayList } from '../flowWords';
import type { Rule, RuleFinding } from '../rule';
import { showDown } from '../systemWords';

export const tooFewLiveChannels: Rule = {
  id: 'too-few-live-channels',
  severity: 'error',
  whileDraft: 'info',
  summary: 'Every scenario leaves two channels to customers that do not share their fate.',
  why: 'When the last channel goes down as well, nobody can tell customers anything.',

  *check({ playbook, t }) {
    const counted = [...playbook.channels.values()].filter(({ external, optional }) => external && !optional);
    for (const scenario of playbook.scenarios.values()) {
      const down = systemsDown(scenario, playbook);
      const live = counted.filter((channel) => channelDown(channel, down, playbook) === undefined);
      const [first, second] = live;
      if (first === undefined) yield none(scenario, counted, down, playbook, t);
      else if (second === undefined) yield one(scenario, first, t);
      else if (!haveTwoFates(live, playbook)) yield sharing(scenario, live, playbook, t);
    }
  },
};

function haveTwoFates(live: readonly Channel[], playbook: Playbook): boolean {
  const fates = live.map((channel) => reliesOn(systemsOf(channel, playbook)));
  return fates.some((one, at) => fates.slice(at + 1).some((other) => shared(one, other) === undefined));
}

function shared(one: ReadonlySet<System>, other: ReadonlySet<System>): System | undefined {
  for (const system of one) if (other.has(system)) return system;
  return undefined;
}

function none(
  scenario: Scenario,
  counted: readonly Channel[],
  down: SystemsDown,
  playbook: Playbook,
  t: Translate,
): RuleFinding {
  const related = counted.slice(0, 3).flatMap((channel): readonly Related[] => {
    const dead = channelDown(channel, down, playbook);
    if (dead === undefined) return [];
    return [
      ...showDown(dead.cause, scenario, t),
      { span: dead.reference.span, message: t('The channel "{0}" depends on "{1}"', channel.id, dead.reference.id) },
    ];
  });
  return {
    span: scenario.idSpan,
    message: t(
      'In the scenario "{0}" no channel to customers works any more, so nobody can tell them anything. Add one that does not depend on what fails.',
      scenario.id,
    ),
    related,
  };
}

function one(scenario: Scenario, channel: Channel, t: Translate): RuleFinding {
  return {
    span: scenario.idSpan,
    severity: 'warning',
    message: t(
      'In the scenario "{0}" only the channel "{1}" still reaches customers. Add a second one, in case that fails, too.',
      scenario.id,
      channel.id,
    ),
    related: [{ span: channel.idSpan, message: t('The last channel that works') }],
  };
}

function sharing(scenario: Scenario, live: readonly Channel[], playbook: Playbook, t: Translate): RuleFinding {
  const [first, second] = live.map((channel) => reliesOn(systemsOf(channel, playbook)));
  const system = first && second && shared(first, second);
  return {
    span: scenario.idSpan,
    severity: 'warning',
    message: t(
      'In the scenario "{0}" the channels {1} still work, but every two of them stand on a common system, such as "{2}": if that fails, all are silent. Add one that stands on its own.',
      scenario.id,
      sayList(
        live.map(({ id }) => id),
        t,
      ),
      system?.id ?? '',
    ),
    related: [
      ...(system ? [{ span: system.idSpan, message: t('They share this system') }] : []),
      ...live.slice(0, 6).map((channel) => ({ span: channel.idSpan, message: t('A channel that works') })),
    ],
  };
}
