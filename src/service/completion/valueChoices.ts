import { approvedNode, contentHash } from '../../core/model/contentHash';
import type { ChecklistItem } from '../../core/model/playbook';
import { valuesAt } from '../../core/schema/describe';
import { resolved, type Shape, stepKindsOf } from '../../core/schema/shape';
import { toDate } from '../../core/text/time';
import { nameOf } from '../aboutEntry';
import type { Caret } from './caret';
import { type Choice, CompletionItemKind } from './choice';
import { entriesOf, type Scene } from './scene';

/** What may be written as a value of this shape. */
export function valueChoices(caret: Caret, scene: Scene, shape: Shape): readonly Choice[] {
  const { playbook, locale, t } = scene.document;
  const kind = caret.keys(caret.path.length - 1).get('kind');
  const values = valuesAt(caret.path, locale, kind).map(
    ({ name, title, description }): Choice => ({
      name,
      title,
      description,
      kind: CompletionItemKind.EnumMember,
    }),
  );
  const section = shape['x-ref'] ?? shape.items?.['x-ref'];
  if (section !== undefined) return [...idChoices(section, caret, scene).filter(fitting(caret, scene)), ...values];
  if (values.length > 0 || stepKindsOf(shape).length > 0) return [...values, ...examplesOf(shape, scene)];
  switch (shape['x-type']) {
    case 'boolean':
      return ['true', 'false'].map((name) => ({
        name,
        title: t(name === 'true' ? 'yes' : 'no'),
        kind: CompletionItemKind.Value,
      }));
    case 'value':
      return factValues(playbook.checklist.get(String(caret.path.at(-1))), scene);
    case 'approvable':
      return [
        ...idChoices('messages', caret, scene, 'messages.'),
        ...idChoices('flows', caret, scene, 'flows.'),
        { name: 'sorry_page', kind: CompletionItemKind.Reference },
      ];
    case 'hash':
      return hashChoices(caret, scene);
    case 'date':
      return [
        { name: toDate(scene.document.now, playbook.timezone), title: t('today'), kind: CompletionItemKind.Value },
      ];
    case 'timezone':
      return [...new Set([...examplesOf(shape, scene).map(({ name }) => name), ...timezones()])].map((name) => ({
        name,
        kind: CompletionItemKind.Value,
      }));
    default:
      return examplesOf(shape, scene);
  }
}

/** What a step asks has a closed list of answers. */
function fitting({ path }: Caret, { document: { playbook } }: Scene): (choice: Choice) => boolean {
  if (path[0] !== 'flows' || path.at(-1) !== 'fact') return () => true;
  return ({ name }) => ['choice', 'yes-no'].includes(playbook.checklist.get(name)?.type ?? '');
}

/** Ids with their names; those that the list has already are left out. */
export function idChoices(section: string, caret: Caret, scene: Scene, lead = ''): readonly Choice[] {
  const { playbook } = scene.document;
  return entriesOf(section, caret, scene).map(({ entry, about }) => ({
    name: `${lead}${entry.id}`,
    title: nameOf(entry, playbook),
    kind: CompletionItemKind.Reference,
    about,
  }));
}

/** The answers that a question can have. */
export function factValues(fact: ChecklistItem | undefined, { document: { t } }: Scene): readonly Choice[] {
  if (fact?.type === 'choice')
    return [...fact.choices.values()].map(({ id, label }) => ({
      name: id,
      title: label,
      kind: CompletionItemKind.EnumMember,
      about: ['checklist', fact.id, id],
    }));
  if (fact?.type !== 'yes-no') return [];
  return ['yes', 'no'].map((name) => ({ name, title: t(name), kind: CompletionItemKind.EnumMember }));
}

/** The fingerprint of what this approval names, as it stands now. */
function hashChoices(caret: Caret, { document: { playbook, t } }: Scene): readonly Choice[] {
  const of = caret.keys(caret.path.length - 1).get('of');
  const approval = playbook.approvals.find((each) => each.of?.value === of);
  const node = approval && approvedNode(approval, playbook);
  return node === undefined
    ? []
    : [{ name: contentHash(node), title: t('"{0}" as it is now', of ?? ''), kind: CompletionItemKind.Value }];
}

const shown: ReadonlySet<string> = new Set(['duration', 'locale', 'locale-list', 'percent', 'datetime']);

/** Only where an example is what many people write: nobody's title is the example's. */
function examplesOf(shape: Shape, { document: { locale } }: Scene): readonly Choice[] {
  const whole = resolved(shape);
  if (!shown.has(whole['x-type'] ?? '') && whole['x-type'] !== 'timezone') return [];
  const own = (locale === 'ja' ? whole['x-ja']?.examples : undefined) ?? whole.examples ?? [];
  const usual = whole['x-type'] === 'duration' ? ['5m', '15m', '30m', '1h', '2h', '1d'] : [];
  const names = new Set([...own.filter((example) => typeof example !== 'object').map(String), ...usual]);
  return [...names].map((name) => ({ name, kind: CompletionItemKind.Value }));
}

function timezones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}
