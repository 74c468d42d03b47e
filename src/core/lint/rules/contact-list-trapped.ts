import { channelDown, type Down, systemsDown } from '../../model/dependencies';
import type { Channel, Reference, Scenario, System } from '../../model/playbook';
import { sayList } from '../flowWords';
import type { Rule } from '../rule';
import { showDown } from '../systemWords';

export const contactListTrapped: Rule = {
  id: 'contact-list-trapped',
  severity: 'error',
  whileDraft: 'warning',
  summary: 'The list of those to be told can be opened in every scenario in which its channel still works.',
  why: 'A mail service that works is of no use while the addresses are inside the system that is down.',

  *check({ playbook, t }) {
    const trapped = new Map<Channel, Trapped>();
    for (const scenario of playbook.scenarios.values()) {
      const down = systemsDown(scenario, playbook);
      for (const channel of down.size === 0 ? [] : playbook.channels.values()) {
        const list = channel.listCopy?.keptIn;
        const cause = list?.target && down.get(list.target);
        // Nobody counts on an optional channel, and one that is down itself is told elsewhere.
        if (list === undefined || cause === undefined || channel.optional) continue;
        if (channelDown(channel, down, playbook) !== undefined) continue;
        const known = trapped.get(channel) ?? { list, cases: [] };
        trapped.set(channel, known);
        known.cases.push({ scenario, cause });
      }
    }
    for (const [channel, { list, cases }] of trapped) {
      yield {
        span: list.span,
        message: t(
          'In the scenario {0} the channel "{1}" still works, but its list is kept in "{2}", which is down: nobody could be reached. Keep a copy somewhere else.',
          sayList(
            cases.map(({ scenario }) => scenario.id),
            t,
          ),
          channel.id,
          list.id,
        ),
        related: cases.slice(0, 3).flatMap(({ scenario, cause }) => showDown(cause, scenario, t)),
      };
    }
  },
};

interface Trapped {
  /** The list's `kept_in`. */
  readonly list: Reference<System>;
  readonly cases: { readonly scenario: Scenario; readonly cause: Down }[];
}
