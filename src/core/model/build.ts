import { type Span, toSpan } from '../text/span';
import type { YamlDocument, YamlEntry } from '../yaml/tree';
import * as afterwards from './afterwards';
import { Fields, FileReader, type Mutable, type Owned } from './fields';
import { readFlow } from './flows';
import {
  linkAnswers,
  linkChoice,
  linkPlaceholder,
  linkReference,
  type Sections,
  settleChannel,
  settleImpact,
  settleMessage,
} from './link';
import { readMessage } from './messages';
import type {
  Archetype,
  Brand,
  Channel,
  Entry,
  Impact,
  Message,
  Playbook,
  Policy,
  SectionName,
  SeverityClass,
  Status,
} from './playbook';
import { sectionNames } from './sectionNames';
import * as sections from './sections';
import { inFile } from './texts';
import { followUses, isPlaybookRoot, usesOf } from './uses';

type ReadEntry = (reader: FileReader, entry: YamlEntry) => Entry;

/** Sections that other files can bring, and the two that only the file at hand has. */
const readers: { readonly [name in SectionName]: ReadEntry } = {
  people: sections.readPerson,
  roles: sections.readRole,
  audiences: sections.readAudience,
  systems: sections.readSystem,
  channels: sections.readChannel,
  checklist: sections.readChecklistItem,
  impact: sections.readImpact,
  severities: sections.readSeverity,
  scenarios: sections.readScenario,
  flows: readFlow,
  variables: sections.readVariable,
  messages: readMessage,
};
const ownOnly: ReadonlySet<SectionName> = new Set(['scenarios', 'flows']);

const emptyDocument: YamlDocument = { text: '', root: undefined, comments: [], problems: [] };

/**
 * The playbook that a file and all it uses say. Never fails: what is not written, or of a wrong kind, is absent.
 * `documents` holds the file at hand and the files it uses, by path relative to the root.
 */
export function buildPlaybook(file: string, documents: ReadonlyMap<string, YamlDocument>): Playbook {
  const document = documents.get(file) ?? emptyDocument;
  const used = followUses(file, documents);
  const own = new FileReader(document, undefined);
  const others = used.files.map((path) => new FileReader(documents.get(path) ?? emptyDocument, path));
  const all = [...others, own];
  const root = own.root;
  const campaign = afterwards.readCampaign(root);
  const merged = mergeSections(all, own, campaign);
  const roots = all.map((reader) => reader.root);
  const brand = readBrand(roots);
  const policy = readPolicy(roots);
  const title = root.text('title');
  const locale = root.string('locale')?.value ?? 'en';

  const playbook: Mutable<Playbook> = {
    file,
    document,
    isPlaybook: isPlaybookRoot(document.root) || root.has('flows') || root.has('scenarios'),
    titleSpan: titleSpan(title?.spanOf(0, title.value.length), document),
    title,
    id: root.string('id')?.value ?? fileName(file),
    locale,
    timezone: root.string('timezone')?.value ?? 'UTC',
    status: root.oneOf<Status>('status', ['draft', 'in-review', 'approved', 'retired'])?.value ?? 'draft',
    partial: root.boolean('partial') ?? false,
    owner: root.reference('owner', 'people'),
    reviewBy: root.string('review_by'),
    findItAt: root.texts('find_it_at'),
    activateAfter: root.duration('activate_after')?.value ?? 300,
    uses: usesOf(document, file).map(({ path, span }) => ({
      value: path,
      span,
      keySpan: root.keys.get('uses') ?? span,
    })),
    campaign,
    brand,
    policy,
    ...(merged.sections as Pick<Playbook, SectionName>),
    sorryPage: afterwards.readSorryPage(root),
    supportScript: afterwards.readSupportScript(root),
    recovery: afterwards.readRecovery(root),
    report: afterwards.readReport(root),
    followup: afterwards.readFollowup(root),
    history: afterwards.readHistory(root),
    drills: afterwards.readDrills(root),
    approvals: afterwards.readApprovals(root),
    sectionKeys: root.keys,
    references: [],
    texts: [],
    usesProblems: used.problems,
  };
  link(playbook, all, merged, { brand, policy });
  return playbook;
}

interface Merged {
  readonly sections: Sections;
  /** Entries that count: those that no other file's entry of the same id has replaced. */
  readonly live: ReadonlySet<object>;
}

/** An entry is taken whole: the last file wins, and the file at hand is last. Severities come from one file. */
function mergeSections(all: readonly FileReader[], own: FileReader, campaign: Playbook['campaign']): Merged {
  const live = new Set<object>();
  const read = (name: SectionName) => {
    const from = ownOnly.has(name)
      ? [own]
      : name === 'severities'
        ? all.filter((reader) => reader.root.entries(name).length > 0).slice(-1)
        : all;
    const entries = new Map<string, { entry: Entry; owner: object }>();
    for (const reader of from) {
      const fields = reader.root;
      for (const item of fields.entries(name)) {
        reader.owner = item;
        const entry = readers[name](reader, item);
        if (name === 'impact') settleImpact(entry as Mutable<Impact>, fieldsOf(reader, item), reader, campaign);
        entries.delete(entry.id);
        entries.set(entry.id, { entry, owner: item });
      }
      reader.owner = undefined;
    }
    for (const { owner } of entries.values()) live.add(owner);
    return new Map([...entries].map(([id, { entry }]) => [id, entry]));
  };
  return { sections: Object.fromEntries(sectionNames.map((name) => [name, read(name)])) as unknown as Sections, live };
}

function fieldsOf(reader: FileReader, { key, value }: YamlEntry): Fields {
  return new Fields(reader, value.kind === 'map' ? value : undefined, reader.span(key.span));
}

/** Gives every reference and placeholder its target, and settles what depends on them. */
function link(
  playbook: Mutable<Playbook>,
  all: readonly FileReader[],
  { sections: known, live }: Merged,
  { brand, policy }: { brand: Brand; policy: Policy },
): void {
  const counts = (reader: FileReader, owner: object | undefined) =>
    owner === undefined ? reader.file === undefined : live.has(owner);
  const owned = <T>(reader: FileReader, things: readonly Owned<T>[]) =>
    things.filter(({ owner }) => counts(reader, owner)).map(({ thing }) => thing);
  const ownFirst = all.toReversed();
  const references = ownFirst.map((reader) => owned(reader, reader.references));
  const texts = ownFirst.map((reader) => owned(reader, reader.texts));
  const expressions = [...playbook.severities.values()].flatMap(({ whenAny, whenAll }) => [...whenAny, ...whenAll]);
  if (playbook.report?.requiredWhenFact !== undefined) expressions.push(playbook.report.requiredWhenFact);
  const inExpressions = new Set<object>(expressions.map(({ fact }) => fact));
  for (const reference of references.flat()) linkReference(reference, known, inExpressions.has(reference));
  for (const text of texts.flat())
    for (const placeholder of text.placeholders) linkPlaceholder(placeholder, known, brand, policy);
  const answers = [...playbook.flows.values()].flatMap(({ steps }) => [...steps.values()].flatMap(linkAnswers));
  const choices = [
    ...answers,
    ...expressions.map((expression) => linkChoice(expression, expression)),
    ...[...playbook.scenarios.values()].flatMap(({ facts }) => facts.map((fact) => linkChoice(fact, fact.value))),
  ];
  for (const choice of choices) {
    if (choice === undefined) continue;
    references[ownFirst.findIndex(({ file }) => file === choice.span.file)]?.push(choice);
  }

  let rank = 0;
  for (const severity of playbook.severities.values()) (severity as Mutable<SeverityClass>).rank = rank++;
  for (const channel of playbook.channels.values())
    settleChannel(channel as Mutable<Channel>, playbook.locale, channel.locales);
  for (const message of playbook.messages.values()) settleMessage(message as Mutable<Message>, playbook.locale);
  playbook.references = inOrder(references);
  playbook.texts = inOrder(texts);
}

/** File by file, each in the order of the text. */
function inOrder<T extends { readonly span: Span }>(files: readonly (readonly T[])[]): readonly T[] {
  return files.flatMap((things) => {
    // What authors write in the usual order of sections is in order already.
    const isSorted = things.every(({ span }, at) => at === 0 || (things[at - 1]?.span.start ?? 0) <= span.start);
    return isSorted ? things : things.toSorted((a, b) => a.span.start - b.span.start);
  });
}

const archetypes: readonly Archetype[] = [
  'trust',
  'entertainer',
  'innocent',
  'everyman',
  'hero',
  'outlaw',
  'explorer',
  'creator',
  'ruler',
  'magician',
  'lover',
  'caregiver',
  'jester',
  'sage',
];

/** Key by key, the last file that has the key wins. */
function pick(roots: readonly Fields[], section: string): (key: string) => Fields | undefined {
  const all = roots.flatMap((root) => root.child(section) ?? []);
  return (key) => all.findLast((fields) => fields.has(key));
}

function readBrand(roots: readonly Fields[]): Brand {
  const from = pick(roots, 'brand');
  const archetype = from('archetype')?.oneOf('archetype', archetypes);
  const joker = archetype?.value === 'entertainer' || archetype?.value === 'jester';
  const glossary = from('glossary')?.child('glossary');
  return {
    archetype,
    humour:
      from('humour')?.oneOf('humour', ['never', 'low-severity-only', 'allowed'])?.value ??
      (joker ? 'low-severity-only' : 'never'),
    we: from('we')?.text('we'),
    signature: from('signature')?.text('signature'),
    glossary: new Map(
      [...(glossary?.keys.keys() ?? [])].flatMap((word) => {
        const plain = glossary?.string(word);
        return plain === undefined ? [] : [[word, plain] as const];
      }),
    ),
  };
}

function readPolicy(roots: readonly Fields[]): Policy {
  const from = pick(roots, 'policy');
  return {
    thirdPartyNaming:
      from('third_party_naming')?.oneOf('third_party_naming', ['status-page-only', 'never', 'anywhere'])?.value ??
      'status-page-only',
    thirdPartyPhrase: from('third_party_phrase')?.text('third_party_phrase'),
    aiDrafts: from('ai_drafts')?.oneOf('ai_drafts', ['human-review', 'forbidden'])?.value ?? 'human-review',
    eta: from('eta')?.oneOf('eta', ['when-confirmed', 'never', 'allowed'])?.value ?? 'when-confirmed',
    silence: from('silence')?.oneOf('silence', ['needs-reason', 'allowed'])?.value ?? 'needs-reason',
  };
}

/** Findings about the whole file stand on the title, else on the first key, else at the start. */
function titleSpan(title: Span | undefined, { root }: YamlDocument): Span {
  if (title !== undefined) return title;
  const first = root?.kind === 'map' ? root.entries[0]?.key.span : undefined;
  return inFile(first ?? toSpan(0, 0), undefined);
}

function fileName(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.incident\.ya?ml$/, '');
}
