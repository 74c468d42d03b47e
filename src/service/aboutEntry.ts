import { figuresOf } from '../core/limits/figures';
import { sayLimits } from '../core/lint/configGuide';
import { channelDown, systemsDown } from '../core/model/dependencies';
import { partNames } from '../core/model/messages';
import type {
  Channel,
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
import { fillText } from '../core/pages/fill';
import { partWords } from '../core/pages/meters';
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
      return [
        channel && code(channel.type),
        channel && plain(sayLimits(channel.type, document.limits, t)),
        told((value) => t('Needs: {0}', value), names(channel?.dependsOn)),
        ...(channel ? survival(channel, document) : []),
      ];
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
      return [...(playbook.messages.get(id)?.variants.values() ?? [])]
        .slice(0, 3)
        .flatMap((variant) => aboutVariant(variant, document));
    case 'variants':
      return aboutVariant(entry as Variant, document).slice(1);
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

/** The text as it will read, with samples for what is filled in on the day, and how long it can become. */
function aboutVariant(variant: Variant, { playbook, limits, t }: CheckedDocument): readonly string[] {
  const { id, parts, message } = variant;
  const words = partWords(t);
  const texts = partNames.flatMap((part) => parts[part]?.value ?? []);
  if (texts.length === 0) return [];
  const figures = figuresOf(variant, playbook, limits, t).map(({ part, text }) => `${words[part]}: ${plain(text)}`);
  return [
    [code(id), ...figures].join(' · '),
    ...texts.map((text) => quoted(fillText(text, playbook, { locale: message.locale, stage: message.stage?.value }))),
  ];
}

/** In which scenarios the channel can still be used, and in which it can't. */
function survival(channel: Channel, { playbook, t }: CheckedDocument): readonly (string | undefined)[] {
  const lives: string[] = [];
  const dies: string[] = [];
  for (const scenario of playbook.scenarios.values()) {
    const dead = channelDown(channel, systemsDown(scenario, playbook), playbook);
    const name = plain(nameOf(scenario, playbook));
    if (dead === undefined) lives.push(name);
    else dies.push(t('{0} (because of {1})', name, plain(nameOf(dead.cause.system, playbook))));
  }
  return [
    lives.length > 0 ? t('Lives in: {0}', lives.join(t(', '))) : undefined,
    dies.length > 0 ? t('Down in: {0}', dies.join(t(', '))) : undefined,
  ];
}

function sample(text: Text | undefined, { t }: CheckedDocument): string | undefined {
  return text && t('For example: {0}', plain(text.value.trim()));
}
