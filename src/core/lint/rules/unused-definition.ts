import { findMeant } from '../../model/meant';
import type { Entry, Message, Playbook, SectionName } from '../../model/playbook';
import type { Span } from '../../text/span';
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
    // Without any flow nothing could be used, and that is told elsewhere.
    if (playbook.partial || playbook.flows.size === 0) return;
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
  const approved = new Set<object>(playbook.approvals.flatMap(({ target }) => target ?? []));
  const originals = new Map<object, Message>();
  for (const message of playbook.messages.values())
    if (message.translationOf !== undefined) originals.set(message.translationOf, message);

  for (const reference of playbook.references) {
    const { target, span } = reference;
    if (approved.has(reference) || originals.has(reference)) continue;
    // What names only itself is used by nothing.
    if (target !== undefined && !contains(target.span, span)) used.add(target);
  }
  // A slip of the pen in a reference is one mistake, not two.
  for (const [{ section }, meant] of findMeant(playbook)) {
    const entry = section in playbook ? playbook[section as SectionName].get(meant) : undefined;
    if (entry !== undefined) used.add(entry);
  }
  for (const { placeholders } of playbook.texts) {
    for (const { target } of placeholders) if (target !== undefined && 'entry' in target) used.add(target.entry);
  }
  const [main] = playbook.flows.values();
  if (main !== undefined) used.add(main);
  for (const role of playbook.roles.values()) if (role.decides) used.add(role);
  for (const channel of playbook.channels.values())
    if (channel.type === 'sorry-page' && playbook.sorryPage !== undefined) used.add(channel);
  addTranslations(used, originals);
  return used;
}

/** A translation goes out with its original, and needs one. */
function addTranslations(used: Set<Entry>, originals: ReadonlyMap<object, Message>): void {
  const translations = new Map<Entry, Message[]>();
  for (const message of originals.values()) {
    const original = message.translationOf?.target;
    if (original === undefined) used.add(message);
    else translations.set(original, [...(translations.get(original) ?? []), message]);
  }
  // A set is walked in the order of adding, and meets what is added on the way.
  for (const entry of used) for (const translation of translations.get(entry) ?? []) used.add(translation);
}

function contains(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}
