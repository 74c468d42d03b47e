import type { Entry, Playbook } from '../../core/model/playbook';
import type { CheckedDocument } from '../checkedDocument';
import type { Caret } from './caret';
import type { EntryPath } from './choice';

/** What choices are made from. */
export interface Scene {
  readonly document: CheckedDocument;
  /** Spaces that this file indents by. */
  readonly step: number;
  /** Other playbooks, as `uses` names them from here. */
  readonly files: readonly string[];
}

export function indentStep(text: string): number {
  const first = /^(?![#-])\S[^\n]*:[ \t]*(?:#[^\n]*)?\r?\n( +)[^\s#-]/m.exec(text)?.[1];
  return first?.length ?? 2;
}

/** The entries that an id of this section may mean, and the way to each. */
export function entriesOf(
  section: string,
  { path, keys }: Caret,
  { document: { playbook } }: Scene,
): readonly { readonly entry: Entry; readonly about: EntryPath }[] {
  if (section === 'steps') {
    const flow = String(path[1] ?? '');
    return listed(playbook.flows.get(flow)?.steps, ['flows', flow]);
  }
  if (section === 'variants') {
    const message = String(path[1] ?? '');
    // A variant that borrows its text has none to lend, and none borrows from itself.
    const own = path[3];
    const variants = playbook.messages.get(message)?.variants;
    return listed(variants, ['messages', message]).filter(
      ({ entry: { id } }) => id !== own && variants?.get(id)?.sameAs === undefined,
    );
  }
  if (section === 'answers') {
    const fact = keys(path.length - 1).get('fact') ?? '';
    return listed(playbook.checklist.get(fact)?.choices, ['checklist', fact]);
  }
  const entries: unknown = playbook[section as keyof Playbook];
  return entries instanceof Map ? listed(entries as ReadonlyMap<string, Entry>, [section]) : [];
}

function listed(entries: ReadonlyMap<string, Entry> | undefined, way: EntryPath) {
  return [...(entries?.values() ?? [])]
    .filter(({ id }) => id !== '')
    .map((entry) => ({ entry, about: [...way, entry.id] }));
}

/** The entry at the end of the way. */
export function entryAt(playbook: Playbook, [section = '', id = '', inner]: EntryPath): Entry | undefined {
  const entries: unknown = playbook[section as keyof Playbook];
  const entry = entries instanceof Map ? (entries.get(id) as Entry | undefined) : undefined;
  if (inner === undefined || entry === undefined) return entry;
  if (section === 'flows') return playbook.flows.get(id)?.steps.get(inner);
  if (section === 'messages') return playbook.messages.get(id)?.variants.get(inner);
  return playbook.checklist.get(id)?.choices.get(inner);
}
