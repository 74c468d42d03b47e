import { approvedParts, sentMessages } from '../flow/approvals';
import type { Runs } from '../flow/runs';
import type { Playbook } from '../model/playbook';
import { visits } from './visitorPage';

/** The parts that leave without a valid approval, as `approvals.of` names them: those on the sorry page, and the rest. */
export function unapproved(
  playbook: Playbook,
  runs: Runs,
): { readonly page: readonly string[]; readonly rest: readonly string[] } {
  const states = approvedParts(playbook);
  const onPage = new Set(visits(playbook).flatMap(({ variant }) => variant?.message ?? []));
  const named = [...sentMessages(playbook, runs)]
    .filter((message) => states.get(message) !== 'approved')
    .map((message) => ({ message, name: `messages.${message.id}` }));
  return {
    page: [
      ...(playbook.sorryPage === undefined || states.get('sorry_page') === 'approved' ? [] : ['sorry_page']),
      ...named.filter(({ message }) => onPage.has(message)).map(({ name }) => name),
    ],
    rest: [
      ...named.filter(({ message }) => !onPage.has(message)).map(({ name }) => name),
      ...[...playbook.flows.values()].filter((flow) => states.get(flow) !== 'approved').map(({ id }) => `flows.${id}`),
    ],
  };
}
