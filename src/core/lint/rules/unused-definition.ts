import type { Entry, Playbook, SectionName } from '../../model/playbook';
import { removeEntry } from '../edits';
import type { Rule } from '../rule';

const judged: readonly SectionName[] = [
  'messages',
  'channels',
  'roles',
  'variables',
  'flows',
  'checklist',
  'audiences',
];

export const unusedDefinition: Rule = {
  id: 'unused-definition',
  severity: 'info',
  summary: 'Everything that is defined is used.',
  why: 'What nothing uses is often what somebody meant to use: a message that is never sent, a channel that nobody thought of.',

  *check({ playbook, t }) {
    if (playbook.partial) return;
    const used = usedEntries(playbook);
    for (const section of judged) {
      for (const entry of playbook[section].values()) {
        if (used.has(entry) || entry.idSpan.file !== undefined) continue;
        yield {
          span: entry.idSpan,
          message: t('Nothing in this plan uses "{0}". Use it, or take it away.', entry.id),
          fixes: [
            { title: t('Remove "{0}"', entry.id), safe: false, edits: [removeEntry(playbook.document.text, entry)] },
          ],
        };
      }
    }
  },
};

function usedEntries(playbook: Playbook): ReadonlySet<Entry> {
  const used = new Set<Entry>();
  const approved = new Set(playbook.approvals.map(({ target }) => target));
  for (const reference of playbook.references) {
    if (reference.target !== undefined && !approved.has(reference as never)) used.add(reference.target);
  }
  for (const { placeholders } of playbook.texts) {
    for (const { target } of placeholders) if (target !== undefined && 'entry' in target) used.add(target.entry);
  }
  const [main] = playbook.flows.values();
  if (main !== undefined) used.add(main);
  for (const role of playbook.roles.values()) if (role.decides) used.add(role);
  for (const channel of playbook.channels.values())
    if (channel.type === 'sorry-page' && playbook.sorryPage !== undefined) used.add(channel);
  // A translation goes out with its original.
  for (const message of playbook.messages.values()) if (message.translationOf !== undefined) used.add(message);
  return used;
}
