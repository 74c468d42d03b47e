import type {
  ChecklistItem,
  Choice,
  Entry,
  Playbook,
  Reference,
  SeverityClass,
  Step,
  Text,
  Variant,
} from '../core/model/playbook';
import type { CheckedDocument } from './checkedDocument';
import { code, plain, quoted } from './markdown';

/** What an entry says, in a few lines of Markdown: its name, and what whoever refers to it has to know. */
export function aboutEntry(entry: Entry, document: CheckedDocument): string {
  const heading = [`**${plain(nameOf(entry, document.playbook))}**`, code(entry.id)].join(' ');
  return [heading, ...details(entry, document)].filter((line) => line !== undefined && line !== '').join('\n\n');
}

export function nameOf({ section, id, title }: Entry, playbook: Playbook): string {
  const name =
    section === 'people'
      ? playbook.people.get(id)?.name
      : section === 'checklist'
        ? playbook.checklist.get(id)?.ask
        : title;
  const [line = ''] = (section === 'variants' ? '' : (name?.value ?? '')).trim().split(/[\r\n]/);
  return line === '' ? id : line;
}

function details(entry: Entry, document: CheckedDocument): readonly (string | undefined)[] {
  const { playbook, t } = document;
  const { id } = entry;
  const list = (items: readonly string[]) => items.join(t(', '));
  const names = (references: readonly Reference[] = []) =>
    list(references.map((reference) => plain(reference.target ? nameOf(reference.target, playbook) : reference.id)));
  const told = (sentence: (value: string) => string, value: string) => (value === '' ? undefined : sentence(value));

  switch (entry.section) {
    case 'people':
      return [list(playbook.people.get(id)?.reach.map(({ value }) => code(value)) ?? [])];
    case 'roles': {
      const role = playbook.roles.get(id);
      return [
        told((value) => t('Filled by: {0}', value), names(role?.person && [role.person])),
        told((value) => t('Deputy: {0}', value), names(role?.deputy && [role.deputy])),
        role?.decides ? t('Decides what is said.') : undefined,
      ];
    }
    case 'audiences':
      return [playbook.audiences.get(id)?.internal ? t('Inside the company only.') : undefined];
    case 'systems': {
      const system = playbook.systems.get(id);
      return [
        system?.vendor && t('Run by: {0}', plain(system.vendor.value)),
        told((value) => t('Needs: {0}', value), names(system?.dependsOn)),
      ];
    }
    case 'channels': {
      const channel = playbook.channels.get(id);
      return [channel && code(channel.type), told((value) => t('Needs: {0}', value), names(channel?.dependsOn))];
    }
    case 'checklist':
      return aboutFact(playbook.checklist.get(id), document);
    case 'variables': {
      const variable = playbook.variables.get(id);
      return [variable && code(variable.type), sample(variable?.sample, document)];
    }
    case 'impact':
      return [code(playbook.impact.get(id)?.formula?.value ?? '')];
    case 'severities':
      return aboutSeverity(playbook.severities.get(id), document, names);
    case 'scenarios':
      return [told((value) => t('Fails: {0}', value), names(playbook.scenarios.get(id)?.fails))];
    case 'flows': {
      const flow = playbook.flows.get(id);
      return [flow?.trigger && quoted(flow.trigger.value), flow?.start && t('Starts with: {0}', code(flow.start.id))];
    }
    case 'steps':
      return aboutStep(entry as Step, document);
    case 'messages':
      return [...(playbook.messages.get(id)?.variants.values() ?? [])].slice(0, 3).flatMap(aboutVariant);
    case 'variants':
      return aboutVariant(entry as Variant).slice(1);
    case 'choices':
      return [plain((entry as Choice).label)];
  }
}

function aboutFact(fact: ChecklistItem | undefined, document: CheckedDocument): readonly (string | undefined)[] {
  if (fact === undefined) return [];
  const choices = [...fact.choices.values()].map(({ id, label }) => `- ${code(id)}: ${plain(label)}`);
  return [code(fact.type), choices.join('\n'), sample(fact.sample, document)];
}

function aboutSeverity(
  severity: SeverityClass | undefined,
  { t }: CheckedDocument,
  names: (references: readonly Reference[]) => string,
): readonly (string | undefined)[] {
  if (severity === undefined) return [];
  const { whenAll, whenAny } = severity;
  const criteria = (expressions: SeverityClass['whenAny']) =>
    expressions.map(({ source }) => `- ${code(source)}`).join('\n');
  return [
    whenAll.length > 0 ? `${t('When all of these hold:')}\n${criteria(whenAll)}` : undefined,
    whenAny.length > 0 ? `${t('When one of these holds:')}\n${criteria(whenAny)}` : undefined,
    severity.default ? t('Taken when no other class matches.') : undefined,
    severity.announce
      ? severity.channels.length > 0
        ? t('Said on: {0}', names(severity.channels))
        : undefined
      : t('Nothing is said.'),
  ];
}

function aboutStep(step: Step, { runs, t }: CheckedDocument): readonly (string | undefined)[] {
  const exits = step.exits.map(({ value, to }) =>
    value === undefined ? code(to.id) : `${code(value)} → ${code(to.id)}`,
  );
  const seconds = runs.reachedAt(step)?.seconds;
  return [
    exits.length === 0 ? undefined : t('Leads to: {0}', exits.join(t(', '))),
    seconds === undefined
      ? undefined
      : Number.isFinite(seconds)
        ? t('Done after {0} minutes at worst.', Math.round(seconds / 6) / 10)
        : t('A loop is on the way, so it can take any time.'),
  ];
}

function aboutVariant({ id, parts }: Variant): readonly string[] {
  const text = parts.body ?? parts.caption ?? parts.title ?? parts.subject;
  return text === undefined ? [] : [code(id), quoted(text.value)];
}

function sample(text: Text | undefined, { t }: CheckedDocument): string | undefined {
  return text && t('For example: {0}', plain(text.value.trim()));
}
