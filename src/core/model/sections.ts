import type { YamlEntry } from '../yaml/tree';
import { parseExpression } from './expression';
import { entryBase, type FileReader } from './fields';
import {
  type Audience,
  type Channel,
  type ChannelType,
  type ChecklistItem,
  channelTypes,
  type FactType,
  type Impact,
  type Person,
  type Role,
  type Scenario,
  type SeverityClass,
  type System,
  type Variable,
} from './playbook';

type Read<E> = (reader: FileReader, entry: YamlEntry) => E;

const factTypes: readonly FactType[] = [
  'text',
  'datetime',
  'date',
  'time',
  'choice',
  'yes-no',
  'percent',
  'minutes',
  'number',
  'money',
];

export const readPerson: Read<Person> = (reader, entry) => {
  const { fields, base } = entryBase(reader, entry, 'people');
  return { name: fields.text('name'), reach: fields.strings('reach'), ...base };
};

export const readRole: Read<Role> = (reader, entry) => {
  const { fields, base } = entryBase(reader, entry, 'roles');
  return {
    person: fields.reference('person', 'people'),
    deputy: fields.reference('deputy', 'people'),
    decides: fields.boolean('decides') ?? false,
    ...base,
  };
};

export const readAudience: Read<Audience> = (reader, entry) => {
  const { fields, base } = entryBase(reader, entry, 'audiences');
  return {
    technicalLevel: fields.oneOf('technical_level', ['general', 'practitioner', 'expert'])?.value ?? 'general',
    regions: fields.strings('regions').map(({ value }) => value),
    locales: fields.strings('locales').map(({ value }) => value),
    loyalty: fields.boolean('loyalty') ?? false,
    internal: fields.boolean('internal') ?? false,
    ...base,
  };
};

export const readSystem: Read<System> = (reader, entry) => {
  const { fields, base } = entryBase(reader, entry, 'systems');
  return {
    vendor: fields.text('vendor'),
    aliases: fields.texts('aliases'),
    statusUrl: fields.string('status_url'),
    control: fields.oneOf('control', ['ours', 'none'])?.value ?? 'ours',
    dependsOn: fields.references('depends_on', 'systems'),
    ...base,
  };
};

/** Channels that people come to, instead of being reached. */
const pullTypes: ReadonlySet<ChannelType> = new Set(['status-page', 'sorry-page', 'onsite-banner', 'in-app', 'blog']);

/** `external` and `locales` are settled in `link.ts`, when the audiences are known. */
export const readChannel: Read<Channel> = (reader, entry) => {
  const { fields, base } = entryBase(reader, entry, 'channels');
  const type = fields.oneOf('type', channelTypes)?.value ?? 'other';
  const list = fields.child('list_copy');
  return {
    type,
    mode: fields.oneOf('mode', ['push', 'pull'])?.value ?? (pullTypes.has(type) ? 'pull' : 'push'),
    url: fields.string('url'),
    account: fields.text('account'),
    dependsOn: fields.references('depends_on', 'systems'),
    operators: fields.references('operators', 'people'),
    audiences: fields.references('audiences', 'audiences'),
    external: true,
    regions: fields.strings('regions').map(({ value }) => value),
    locales: fields.strings('locales').map(({ value }) => value),
    formats: fields.strings('formats'),
    reach: fields.number('reach'),
    quotaLeft: fields.number('quota_left'),
    listCopy: list && {
      keptIn: list.reference('kept_in', 'systems'),
      keySpan: list.keySpan,
      updated: list.text('updated'),
    },
    optional: fields.boolean('optional') ?? false,
    ...base,
  };
};

export const readChecklistItem: Read<ChecklistItem> = (reader, entry) => {
  const { fields, base } = entryBase(reader, entry, 'checklist');
  const choices = fields.entries('choices').map((choice) => {
    const read = entryBase(reader, choice, 'choices').base;
    const label = choice.value.kind === 'scalar' ? reader.text(choice.value, choice.key.span).value : '';
    return [read.id, { label: label || read.id, ...read }] as const;
  });
  return {
    ask: fields.text('ask'),
    type: fields.oneOf('type', factTypes)?.value ?? 'text',
    choices: new Map(choices),
    owner: fields.reference('owner', 'roles'),
    core: fields.oneOf('core', ['start', 'duration', 'scope', 'workaround']),
    personalData: fields.string('about')?.value === 'personal-data',
    optional: fields.boolean('optional') ?? false,
    default: fields.text('default'),
    sample: fields.text('sample'),
    max: fields.number('max')?.value,
    ...base,
  };
};

/** `expression` is settled in `link.ts`, when the baseline and the checklist are known. */
export const readImpact: Read<Impact> = (reader, entry) => {
  const { fields, base } = entryBase(reader, entry, 'impact');
  return { unit: fields.text('unit'), formula: fields.string('formula'), ...base };
};

const impactOfUptime = {
  negligible: 'none',
  minimal: 'minor',
  significant: 'major',
  serious: 'critical',
  severe: 'critical',
} as const;

/** `rank` is settled when it is known which file's classes count. */
export const readSeverity: Read<SeverityClass> = (reader, entry) => {
  const { fields, base } = entryBase(reader, entry, 'severities');
  const expressions = (name: string) => fields.scalars(name).flatMap((scalar) => parseExpression(scalar, reader) ?? []);
  const uptime = fields.oneOf('uptime', ['negligible', 'minimal', 'significant', 'serious', 'severe']);
  const announce = fields.boolean('announce') ?? true;
  const statuspage = fields.oneOf('statuspage', ['none', 'minor', 'major', 'critical'])?.value;
  return {
    rank: 0,
    examples: fields.texts('examples'),
    uptime,
    statuspage: statuspage ?? (uptime ? impactOfUptime[uptime.value] : announce ? 'major' : 'none'),
    whenAny: expressions('when_any'),
    whenAll: expressions('when_all'),
    default: fields.boolean('default') ?? false,
    announce,
    silenceReason: fields.text('silence_reason'),
    channels: fields.references('channels', 'channels'),
    firstNoticeWithin: fields.duration('first_notice_within'),
    updateEvery: fields.duration('update_every')?.value ?? 1800,
    escalateTo: fields.references('escalate_to', 'roles'),
    ...base,
  };
};

export const readScenario: Read<Scenario> = (reader, entry) => {
  const { fields, base } = entryBase(reader, entry, 'scenarios');
  const facts = fields.entries('facts').flatMap(({ key, value }) => {
    if (value.kind !== 'scalar' || value.style === 'missing') return [];
    return {
      fact: reader.reference<ChecklistItem>(key, 'checklist'),
      value: {
        value: typeof value.value === 'number' ? value.value : value.text,
        span: reader.span(value.span),
        keySpan: reader.span(key.span),
      },
    };
  });
  return {
    kind: fields.oneOf('kind', [
      'overload',
      'outage',
      'vendor-outage',
      'defect',
      'content-error',
      'mis-sent',
      'late-reply',
      'data-incident',
      'other',
    ]),
    fails: fields.references('fails', 'systems'),
    fault: fields.oneOf('fault', ['ours', 'vendor', 'nobody']),
    crisisType: fields.oneOf('crisis_type', ['victim', 'accidental', 'preventable']),
    facts,
    flow: fields.reference('flow', 'flows'),
    ...base,
  };
};

export const readVariable: Read<Variable> = (reader, entry) => {
  const { fields, base } = entryBase(reader, entry, 'variables');
  return {
    type: fields.oneOf('type', factTypes)?.value ?? 'text',
    max: fields.number('max')?.value,
    sample: fields.text('sample'),
    default: fields.text('default'),
    ...base,
  };
};
