import { channelLimits, type Limits } from '../limits/limits';
import type { Checked } from '../lint/run';
import type { Flow, Playbook } from '../model/playbook';
import { describeKey } from '../schema/describe';
import type { Translate, UiLocale } from '../text/translate';
import { type Change, type ChangeKind, findChanges } from './changes';
import { type FieldChange, fieldChanges, sayValue } from './fields';
import { type Impact, impactOf } from './impact';
import { lengths, textWords, variantOf } from './texts';
import { keysTo, kindOf, nameNow, ownName, type Renames, type Unit } from './units';
import type { Run } from './words';

/** What a reader asks: who decides, where we speak, what we say, how fast we are; the rest of the plan. */
export const groups = ['who', 'where', 'what', 'fast', 'plan'] as const;
export type Group = (typeof groups)[number];

export interface ToldChange {
  readonly kind: ChangeKind;
  readonly group: Group;
  readonly section: string;
  /** As it was; of something new, as it is. */
  readonly id: string;
  /** The new id of something that was renamed. */
  readonly to?: string;
  /** What it is called. */
  readonly title: string;
  /** In one sentence, without its name. */
  readonly summary: string;
  /** Of a text: both versions word by word, and its length as its channel counts. */
  readonly words?: readonly Run[];
  readonly before: Unit | undefined;
  readonly after: Unit | undefined;
}

export interface Comparison {
  readonly changes: readonly ToldChange[];
  readonly impact: readonly Impact[];
  /** Comments, and entries that are only written differently: counted, not told. */
  readonly unseen: number;
  /** Flows that are drawn differently, by their id in either version. */
  readonly flows: readonly { readonly before: Flow | undefined; readonly after: Flow | undefined }[];
}

export interface CompareOptions {
  readonly t: Translate;
  /** The language of `t`. Default: English, in which keys are called as they are written. */
  readonly locale?: UiLocale;
  /** Default: those of the channels themselves. */
  readonly limits?: Limits;
}

/** What a change of a plan means to those who live by it. Both versions must be readable. */
export function comparePlans(before: Checked, after: Checked, options: CompareOptions): Comparison {
  const { changes, renames, rewritten } = findChanges(before.playbook, after.playbook);
  const told = changes.map((change) => tell(change, before.playbook, after.playbook, renames, options));
  return {
    changes: told,
    impact: impactOf(before, after, renames, options.t),
    unseen: rewritten + commentChanges(before.playbook, after.playbook),
    flows: changedFlows(told, before.playbook, after.playbook),
  };
}

function commentChanges(before: Playbook, after: Playbook): number {
  const count = ({ document }: Playbook) => {
    const found = new Map<string, number>();
    for (const { text } of document.comments) found.set(text, (found.get(text) ?? 0) + 1);
    return found;
  };
  const [old, now] = [count(before), count(after)];
  return [...new Set([...old.keys(), ...now.keys()])].reduce(
    (sum, text) => sum + Math.abs((old.get(text) ?? 0) - (now.get(text) ?? 0)),
    0,
  );
}

function changedFlows(changes: readonly ToldChange[], before: Playbook, after: Playbook) {
  const renamed = new Map(
    changes.flatMap(({ section, id, to }) => (section === 'flows' && to !== undefined ? [[id, to]] : [])),
  );
  const found = new Map<string, { before: Flow | undefined; after: Flow | undefined }>();
  for (const { section, before: one, after: other } of changes) {
    if (section !== 'steps' && section !== 'flows') continue;
    const [was, is] = [one, other].map((unit) => (section === 'steps' ? unit?.parent : unit?.id));
    const now = is ?? (was === undefined ? undefined : (renamed.get(was) ?? was));
    const old = was ?? [...renamed].find(([, to]) => to === is)?.[0] ?? is;
    found.set(now ?? '', { before: before.flows.get(old ?? ''), after: after.flows.get(now ?? '') });
  }
  return [...found.values()];
}

function tell(
  { kind, before, after }: Change,
  old: Playbook,
  now: Playbook,
  renames: Renames,
  options: CompareOptions,
): ToldChange {
  const { t, limits = channelLimits } = options;
  const unit = before ?? after;
  const [{ section = '', id = '' } = {}] = [unit];
  const fields =
    before === undefined || after === undefined ? [] : fieldChanges(before.node, after.node, nameNow(old, renames));
  const titled = after ?? before;
  const title = titled === undefined ? id : titleOf(titled, after === undefined ? old : now, t);
  const [one, other] = [variantOf(before, old), variantOf(after, now)];
  // It stands as it stood, and the text that it takes over does not.
  const source = kind === 'changed' && fields.length === 0 ? other?.sameAs?.id : undefined;
  const words = textWords(one, other, now, source === undefined ? 'own' : 'parts');
  const summary =
    kind === 'added'
      ? t('added')
      : kind === 'removed'
        ? t('removed')
        : kind === 'renamed'
          ? [
              t('is called "{1}" now, and was "{0}"', lastName(before), lastName(after)),
              ...(fields.length === 0 ? [] : [sayFields(fields, after, options)]),
            ].join(t('; '))
          : kind === 'moved'
            ? t('stands elsewhere in its list')
            : section === 'variants'
              ? [
                  ...(source === undefined ? [] : [t('says what "{0}" says', source)]),
                  lengths(one, other, old, now, t, limits) ||
                    (words === undefined ? sayFields(fields, after, options) : t('other words')),
                ].join(t('; '))
              : sayFields(fields, after, options);
  return {
    kind,
    group: groupOf(section, fields),
    section,
    id,
    ...(kind === 'renamed' && after !== undefined && { to: after.id }),
    title,
    summary,
    ...(words !== undefined && { words }),
    before,
    after,
  };
}

const lastName = (unit: Unit | undefined) => (unit === undefined ? '' : ownName(unit));

const groupOfSection: Readonly<Record<string, Group>> = {
  people: 'who',
  roles: 'who',
  owner: 'who',
  approvals: 'who',
  systems: 'where',
  channels: 'where',
  audiences: 'where',
  scenarios: 'where',
  messages: 'what',
  variants: 'what',
  variables: 'what',
  brand: 'what',
  policy: 'what',
  sorry_page: 'what',
  support_script: 'what',
  severities: 'fast',
  flows: 'fast',
  steps: 'fast',
  activate_after: 'fast',
};

/** A step or a class is about time, unless only who does it or where it is said is new. */
function groupOf(section: string, fields: readonly FieldChange[]): Group {
  const keys = fields.map(({ path: [key] }) => key);
  const areAll = (...wanted: readonly string[]) => keys.length > 0 && keys.every((key) => wanted.includes(key ?? ''));
  if (areAll('by', 'to', 'escalate_to', 'operators')) return 'who';
  if (areAll('channels', 'via')) return 'where';
  return groupOfSection[section] ?? 'plan';
}

function sayFields(
  fields: readonly FieldChange[],
  unit: Unit | undefined,
  { t, locale = 'en' }: CompareOptions,
): string {
  return fields
    .map(({ path, before, after }) => {
      const name = unit === undefined ? path.join('.') : fieldName(unit, path, locale);
      const values = t('{0} → {1}', sayValue(before), sayValue(after));
      return name === '' ? values : `${name}${t(': ')}${values}`;
    })
    .join(t('; '));
}

/** A key as the reader's language calls it; what the author named stays as it is. */
function fieldName(unit: Unit, path: readonly string[], locale: UiLocale): string {
  const place = keysTo(unit);
  const kind = unit.section === 'steps' ? kindOf(unit) : undefined;
  const names = path.map((key, at) => describeKey([...place, ...path.slice(0, at + 1)], locale, kind)?.title ?? key);
  return names.join('.');
}

/** What the plan calls it: its title, else its id. */
function titleOf(unit: Unit, playbook: Playbook, t: Translate): string {
  const { section, id, parent } = unit;
  const own = ownName(unit);
  if (section === 'steps') return playbook.flows.get(parent)?.steps.get(own)?.title?.value ?? own;
  if (section === 'variants') {
    const message = playbook.messages.get(parent);
    const channel = message?.variants.get(own)?.channel.target?.title?.value ?? own;
    return t('{0} ({1})', message?.title?.value ?? parent, channel);
  }
  const entry = (playbook as unknown as Readonly<Record<string, unknown>>)[section];
  if (entry instanceof Map) {
    const found = entry.get(id) as
      | { title?: { value: string }; name?: { value: string }; ask?: { value: string } }
      | undefined;
    return found?.title?.value ?? found?.name?.value ?? found?.ask?.value ?? id;
  }
  return id;
}
