import type { Span } from '../text/span';
import type { YamlDocument, YamlNode, YamlScalar } from '../yaml/tree';

/**
 * The playbook as its author means it. Every field is optional where a half-written file may lack it; a field of a
 * wrong type is absent here and a finding of the rule `schema`. Closed values hold only what the language lists.
 */
export interface Playbook {
  /** The file at hand, as a path with `/`, relative to the root of the repository. */
  readonly file: string;
  readonly document: YamlDocument;
  /** Whether the top of the file is a map that has the key `playbook` or one of the sections. */
  readonly isPlaybook: boolean;
  /** On the title where there is one, else on the first key, else at the start: where findings about the whole file go. */
  readonly titleSpan: Span;

  readonly title?: Text;
  /** Default: the file name without `.incident.yaml`. */
  readonly id: string;
  /** BCP 47. */
  readonly locale: string;
  /** IANA. */
  readonly timezone: string;
  readonly status: Status;
  readonly partial: boolean;
  readonly owner?: Reference<Person>;
  readonly reviewBy?: Located<string>;
  readonly findItAt: readonly Text[];
  /** Seconds; default 300. */
  readonly activateAfter: number;
  readonly uses: readonly Located<string>[];

  readonly campaign?: Campaign;
  readonly brand: Brand;
  readonly policy: Policy;

  // Sections as maps from NFC id to entry, in the order of the file (entries of used files before local ones).
  readonly people: Section<Person>;
  readonly roles: Section<Role>;
  readonly audiences: Section<Audience>;
  readonly systems: Section<System>;
  readonly channels: Section<Channel>;
  readonly checklist: Section<ChecklistItem>;
  readonly impact: Section<Impact>;
  readonly severities: Section<SeverityClass>;
  readonly scenarios: Section<Scenario>;
  readonly flows: Section<Flow>;
  readonly variables: Section<Variable>;
  readonly messages: Section<Message>;

  readonly sorryPage?: SorryPage;
  readonly supportScript?: SupportScript;
  readonly recovery?: Recovery;
  readonly report?: Report;
  readonly followup?: Followup;
  readonly history?: History;
  readonly drills: readonly Drill[];
  readonly approvals: readonly Approval[];

  /** Key spans of the top-level sections that are written in this file, e.g. `drills`. */
  readonly sectionKeys: Keys;
  /** Every reference in the playbook, the file's own and those of what it uses, in the order of the text. */
  readonly references: readonly Reference[];
  /** Every field that holds text, in the order of the file, with its placeholders. */
  readonly texts: readonly Text[];
  /** What `uses` could not bring in. */
  readonly usesProblems: readonly UsesProblem[];
}

export type Status = 'draft' | 'in-review' | 'approved' | 'retired';

export type SectionName =
  | 'people'
  | 'roles'
  | 'audiences'
  | 'systems'
  | 'channels'
  | 'checklist'
  | 'impact'
  | 'severities'
  | 'scenarios'
  | 'flows'
  | 'variables'
  | 'messages';

/** A map written by the author; `keySpan` is its key at the top of the file. */
export interface Section<E extends Entry> extends ReadonlyMap<string, E> {}

/** Where a definition lives: a section of the playbook, or a map inside an entry. */
export type Kind = SectionName | 'steps' | 'choices' | 'variants';

/** The spans of the keys written in a map, of two equal ones the first's: `keys.get('announce')`. */
export interface Keys {
  get(name: string): Span | undefined;
  has(name: string): boolean;
  keys(): Iterable<string>;
  values(): Iterable<Span>;
  readonly size: number;
}

/** An entry of a section's map. */
export interface Entry {
  readonly section: Kind;
  /** In NFC. */
  readonly id: string;
  readonly idSpan: Span;
  /** From the key to the end of the value. */
  readonly span: Span;
  readonly title?: Text;
  readonly keys: Keys;
  /** As it is written: for its hash only. */
  readonly node: YamlNode;
}

/** The id of an entry of another section, as written in a field. */
export interface Reference<E extends Entry = Entry> {
  readonly id: string;
  readonly span: Span;
  readonly section: Kind;
  /** The step's flow for a step, the checklist item for a choice, else undefined: where the id is looked up. */
  readonly scope?: Entry;
  readonly target: E | undefined;
}

/** A value with the places of its key and of itself. In a list, `keySpan` is the span of the list's key. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
  readonly keySpan: Span;
}

/** Text from the author. `value` is as YAML reads it: block texts with their line breaks and their last one. */
export interface Text extends Located<string> {
  /** How it is written: for rules about YAML's own misreadings only. */
  readonly scalar: YamlScalar;
  readonly placeholders: readonly Placeholder[];
  /** The place in the file of `value.slice(from, to)`; cut at the first line end, since findings stay on a line. */
  readonly spanOf: (from: number, to: number) => Span;
}

/** `{{name}}` in a text. */
export interface Placeholder {
  readonly name: string;
  /** Offsets into the text's value, with the braces. */
  readonly from: number;
  readonly to: number;
  /** In the file, with the braces. */
  readonly span: Span;
  /** In the file, the name alone. */
  readonly nameSpan: Span;
  readonly target: PlaceholderTarget | undefined;
}

export const builtInNames = [
  'posted_at',
  'next_update_at',
  'brand.we',
  'brand.signature',
  'policy.third_party_phrase',
  'scenario.title',
] as const;

export type PlaceholderTarget =
  | { readonly kind: 'variable'; readonly entry: Variable }
  | { readonly kind: 'checklist'; readonly entry: ChecklistItem }
  | { readonly kind: 'impact'; readonly entry: Impact }
  | { readonly kind: 'time'; readonly name: 'posted_at' | 'next_update_at' }
  /** `text` is undefined where the playbook does not say it; `scenario.title` is never known before the day. */
  | {
      readonly kind: 'built-in';
      readonly name: 'brand.we' | 'brand.signature' | 'policy.third_party_phrase' | 'scenario.title';
      readonly text?: Text;
    };

export interface Campaign {
  readonly keySpan: Span;
  readonly keys: Keys;
  readonly launchAt?: Located<string>;
  readonly readyBy?: Located<string>;
  readonly landingPages: readonly Located<string>[];
  readonly visitsPerMinute?: Located<number>;
  readonly capacity?: Located<number>;
  /** Percent values are fractions of 1. */
  readonly baseline: ReadonlyMap<string, Located<number>>;
}

export type Archetype =
  | 'trust'
  | 'entertainer'
  | 'innocent'
  | 'everyman'
  | 'hero'
  | 'outlaw'
  | 'explorer'
  | 'creator'
  | 'ruler'
  | 'magician'
  | 'lover'
  | 'caregiver'
  | 'jester'
  | 'sage';

export interface Brand {
  readonly archetype?: Located<Archetype>;
  /** The default settled: `allowed` never is one. */
  readonly humour: 'never' | 'low-severity-only' | 'allowed';
  readonly we?: Text;
  readonly signature?: Text;
  readonly glossary: ReadonlyMap<string, Located<string>>;
}

/** With the defaults of the language where nothing is written. */
export interface Policy {
  readonly thirdPartyNaming: 'status-page-only' | 'never' | 'anywhere';
  readonly thirdPartyPhrase?: Text;
  readonly aiDrafts: 'human-review' | 'forbidden';
  readonly eta: 'when-confirmed' | 'never' | 'allowed';
  readonly silence: 'needs-reason' | 'allowed';
}

export interface Person extends Entry {
  readonly section: 'people';
  readonly name?: Text;
  readonly reach: readonly Located<string>[];
}

export interface Role extends Entry {
  readonly section: 'roles';
  readonly person?: Reference<Person>;
  readonly deputy?: Reference<Person>;
  readonly decides: boolean;
}

export interface Audience extends Entry {
  readonly section: 'audiences';
  readonly technicalLevel: 'general' | 'practitioner' | 'expert';
  readonly regions: readonly string[];
  readonly locales: readonly string[];
  readonly loyalty: boolean;
  readonly internal: boolean;
}

export interface System extends Entry {
  readonly section: 'systems';
  readonly vendor?: Text;
  readonly aliases: readonly Text[];
  readonly statusUrl?: Located<string>;
  readonly control: 'ours' | 'none';
  readonly dependsOn: readonly Reference<System>[];
}

export const channelTypes = [
  'status-page',
  'sorry-page',
  'email',
  'sms',
  'x',
  'line',
  'instagram',
  'facebook',
  'threads',
  'linkedin',
  'bluesky',
  'tiktok',
  'youtube',
  'onsite-banner',
  'in-app',
  'push-notification',
  'slack',
  'teams',
  'phone',
  'press-release',
  'blog',
  'other',
] as const;
export type ChannelType = (typeof channelTypes)[number];

export interface Channel extends Entry {
  readonly section: 'channels';
  /** `other` where it is missing or misspelt. */
  readonly type: ChannelType;
  /** The default by type settled. */
  readonly mode: 'push' | 'pull';
  readonly url?: Located<string>;
  readonly account?: Text;
  /** As written; a sorry page's `hosted_on` is not in here, but `systemsOf(channel, playbook)` adds it. */
  readonly dependsOn: readonly Reference<System>[];
  readonly operators: readonly Reference<Person>[];
  readonly audiences: readonly Reference<Audience>[];
  /** Somebody outside hears it. */
  readonly external: boolean;
  readonly regions: readonly string[];
  /** Default: the playbook's locale. */
  readonly locales: readonly string[];
  readonly formats: readonly Located<string>[];
  readonly reach?: Located<number>;
  readonly quotaLeft?: Located<number>;
  readonly listCopy?: { readonly keptIn?: Reference<System>; readonly keySpan: Span; readonly updated?: Text };
  readonly optional: boolean;
}

export type FactType =
  | 'text'
  | 'datetime'
  | 'date'
  | 'time'
  | 'choice'
  | 'yes-no'
  | 'percent'
  | 'minutes'
  | 'number'
  | 'money';

export interface ChecklistItem extends Entry {
  readonly section: 'checklist';
  readonly ask?: Text;
  readonly type: FactType;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly owner?: Reference<Role>;
  readonly core?: Located<'start' | 'duration' | 'scope' | 'workaround'>;
  readonly personalData: boolean;
  /** May never be known. */
  readonly optional: boolean;
  /** What messages say while it is not known. */
  readonly default?: Text;
  readonly sample?: Text;
  /** Characters. */
  readonly max?: number;
}

export interface Choice extends Entry {
  readonly section: 'choices';
  readonly label: string;
}

export interface Impact extends Entry {
  readonly section: 'impact';
  readonly unit?: Text;
  readonly formula?: Located<string>;
  /** Undefined where the formula can't be read. */
  readonly expression?: Formula;
}

export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'fact'; readonly fact: Reference<ChecklistItem> }
  /** A key of `campaign.baseline`. */
  | { readonly kind: 'baseline'; readonly key: string; readonly value: number; readonly span: Span }
  | {
      readonly kind: 'operation';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Formula;
      readonly right: Formula;
    };

export type Fact = ChecklistItem | Impact;
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** `fact op value`. */
export interface Expression {
  readonly source: string;
  readonly span: Span;
  readonly fact: Reference<Fact>;
  readonly operator: Operator;
  readonly value: string;
  readonly valueSpan: Span;
  /** For a fact that is a choice: which one. */
  readonly choice?: Reference<Choice>;
  /** For facts of number, percent (a fraction of 1), minutes and money, and for impact facts. */
  readonly number?: number;
}

export interface SeverityClass extends Entry {
  readonly section: 'severities';
  /** 0 is the worst. */
  readonly rank: number;
  readonly examples: readonly Text[];
  readonly uptime?: Located<'negligible' | 'minimal' | 'significant' | 'serious' | 'severe'>;
  readonly statuspage: 'none' | 'minor' | 'major' | 'critical';
  readonly whenAny: readonly Expression[];
  readonly whenAll: readonly Expression[];
  readonly default: boolean;
  readonly announce: boolean;
  readonly silenceReason?: Text;
  readonly channels: readonly Reference<Channel>[];
  /** Seconds. */
  readonly firstNoticeWithin?: Located<number>;
  /** Seconds; default 1800. */
  readonly updateEvery: number;
  readonly escalateTo: readonly Reference<Role>[];
}

export interface Scenario extends Entry {
  readonly section: 'scenarios';
  readonly kind?: Located<
    | 'overload'
    | 'outage'
    | 'vendor-outage'
    | 'defect'
    | 'content-error'
    | 'mis-sent'
    | 'late-reply'
    | 'data-incident'
    | 'other'
  >;
  readonly fails: readonly Reference<System>[];
  readonly fault?: Located<'ours' | 'vendor' | 'nobody'>;
  readonly crisisType?: Located<'victim' | 'accidental' | 'preventable'>;
  /** What is true then. */
  readonly facts: readonly ScenarioFact[];
  /** Default: the first flow. */
  readonly flow?: Reference<Flow>;
}

export interface ScenarioFact {
  readonly fact: Reference<ChecklistItem>;
  readonly value: Located<string | number>;
  /** For a fact that is a choice: which one. */
  readonly choice?: Reference<Choice>;
}

export interface Flow extends Entry {
  readonly section: 'flows';
  readonly trigger?: Text;
  readonly startReference?: Reference<Step>;
  /** The step where a run begins: the one named, else the first. */
  readonly start: Step | undefined;
  readonly steps: ReadonlyMap<string, Step>;
}

export const stepKinds = [
  'gather',
  'classify',
  'ask',
  'do',
  'escalate',
  'announce',
  'sorry-page',
  'wait',
  'call',
  'end',
] as const;
export type StepKind = (typeof stepKinds)[number];
export const phases = ['assess', 'impact', 'cause', 'respond', 'prevent'] as const;
export type Phase = (typeof phases)[number];

/** A way out of a step, as written. */
export interface Exit {
  readonly via: 'then' | 'no_ack' | 'on_upgrade' | 'answer' | 'case';
  /** The answer's value (`yes`, a choice's id) or the severity's id. */
  readonly value?: string;
  /** Of `then`, of the answer, of the case. */
  readonly keySpan: Span;
  readonly to: Reference<Step>;
}

interface StepBase extends Entry {
  readonly section: 'steps';
  readonly flow: Flow;
  readonly kindSpan: Span;
  readonly phase?: Located<Phase>;
  readonly by?: Reference<Role>;
  /** Seconds; 0 where it is not written. */
  readonly takes: number;
  readonly takesSpan?: Span;
  readonly automation?: Located<'allowed' | 'human-only'>;
  readonly note?: Text;
  /** In the order of the file. Targets may be missing. */
  readonly exits: readonly Exit[];
}

export interface GatherStep extends StepBase {
  readonly kind: 'gather';
  readonly collect: readonly Reference<ChecklistItem>[];
}
export interface ClassifyStep extends StepBase {
  readonly kind: 'classify';
  readonly cases: ReadonlyMap<string, { readonly severity: Reference<SeverityClass>; readonly exit: Exit | undefined }>;
}
export interface AskStep extends StepBase {
  readonly kind: 'ask';
  readonly fact?: Reference<ChecklistItem>;
  readonly question?: Text;
  /** Exits with `via: 'answer'`, by value. */
  readonly answers: ReadonlyMap<string, Exit>;
}
export interface DoStep extends StepBase {
  readonly kind: 'do';
  readonly task?: Text;
}
export interface EscalateStep extends StepBase {
  readonly kind: 'escalate';
  readonly to: readonly Reference<Role>[];
  readonly via: readonly Reference<Channel>[];
  /** Seconds; 0 where it is not written. */
  readonly ackWithin: number;
}
export interface AnnounceStep extends StepBase {
  readonly kind: 'announce';
  readonly message?: Reference<Message>;
  /** `undefined`: the severity's; `announced`: all who are owed the all-clear on this path. */
  readonly channels?: readonly Reference<Channel>[] | 'announced';
}
export interface SorryPageStep extends StepBase {
  readonly kind: 'sorry-page';
  readonly action: 'show' | 'hide' | undefined;
}
export interface WaitStep extends StepBase {
  readonly kind: 'wait';
  /** Seconds, or the `update_every` of the severity. */
  readonly every: number | 'update_every';
}
export interface CallStep extends StepBase {
  readonly kind: 'call';
  readonly calls?: Reference<Flow>;
}
export interface EndStep extends StepBase {
  readonly kind: 'end';
  readonly outcome?: 'resolved' | 'not-announced' | 'handed-over';
}
/** A step whose `kind` is missing or misspelt: it has its exits, and nothing else is known. */
export interface UnknownStep extends StepBase {
  readonly kind: 'unknown';
}
export type Step =
  | GatherStep
  | ClassifyStep
  | AskStep
  | DoStep
  | EscalateStep
  | AnnounceStep
  | SorryPageStep
  | WaitStep
  | CallStep
  | EndStep
  | UnknownStep;

export interface Variable extends Entry {
  readonly section: 'variables';
  readonly type: FactType;
  readonly max?: number;
  readonly sample?: Text;
  readonly default?: Text;
}

export type Stage = 'investigating' | 'identified' | 'monitoring' | 'resolved' | 'postmortem' | 'apology';

export interface Message extends Entry {
  readonly section: 'messages';
  readonly stage?: Located<Stage>;
  /** As written; `audiencesOf(message, playbook)` settles the default. */
  readonly audience: readonly Reference<Audience>[];
  /** The playbook's where none is written. */
  readonly locale: string;
  readonly translationOf?: Reference<Message>;
  readonly draftedBy: 'person' | 'ai';
  readonly reviewedBy?: Reference<Person>;
  readonly covers: readonly Located<string>[];
  readonly variants: ReadonlyMap<string, Variant>;
}

export type PartName = 'subject' | 'title' | 'body' | 'caption' | 'story';

/** What a message says on one channel. */
export interface Variant extends Entry {
  readonly section: 'variants';
  readonly message: Message;
  readonly channel: Reference<Channel>;
  readonly sameAs?: Reference<Variant>;
  /** As written here. A plain text block is the `caption` on Instagram and the `body` elsewhere. */
  readonly own: Parts;
  /** With `same_as` followed: own parts win; `title` and `subject` stand in for each other. */
  readonly parts: Parts;
}
export type Parts = { readonly [name in PartName]?: Text };

export interface SorryPage {
  readonly keySpan: Span;
  /** From the key to the end of the value. */
  readonly span: Span;
  /** As it is written: for its hash only. */
  readonly node?: YamlNode;
  readonly keys: Keys;
  readonly status?: Located<number>;
  /** Seconds. */
  readonly retryAfter?: Located<number>;
  readonly robots?: Located<string>;
  readonly hostedOn?: Reference<System>;
  readonly message?: Reference<Message>;
  readonly statusLink?: Reference<Channel>;
  readonly support: ReadonlyMap<string, Text>;
  readonly visual?: {
    readonly keySpan: Span;
    readonly asset?: Located<string>;
    readonly alt?: Text;
    readonly rationale?: Text;
  };
  readonly assets: readonly { readonly path: Located<string>; readonly ready: boolean; readonly readySpan?: Span }[];
  readonly leadCapture?: {
    readonly keySpan: Span;
    readonly keys: Keys;
    readonly label?: Text;
    readonly list?: Reference<Channel>;
    readonly endpoint?: Located<string>;
    readonly endpointOn?: Reference<System>;
    readonly purpose?: Located<'recovery-only' | 'marketing'>;
    readonly consent?: Text;
  };
  readonly switchover?: {
    readonly keySpan: Span;
    readonly keys: Keys;
    readonly trigger?: Text;
    readonly decidedBy?: Reference<Role>;
    readonly doneBy?: Reference<Role>;
    /** Seconds; 0 where not written. */
    readonly takes: number;
    readonly dnsTtl: number;
    readonly revert?: Text;
    readonly agreedWith?: { readonly role?: Reference<Role>; readonly on?: Located<string> };
  };
}

export interface SupportScript {
  readonly keySpan: Span;
  readonly phone?: Text;
  readonly dm?: Text;
  readonly chat?: Text;
}

export interface Recovery {
  readonly keySpan: Span;
  readonly keys: Keys;
  readonly distributive?: {
    readonly keySpan: Span;
    readonly offers: readonly Text[];
    readonly plusAlpha?: Text;
    readonly appliesFrom?: Reference<SeverityClass>;
  };
  readonly procedural?: {
    readonly keySpan: Span;
    readonly singleContact?: Reference<Role>;
    readonly stepsForCustomer?: number;
    readonly answerWithin?: Located<number>;
  };
  readonly interactional?: {
    readonly keySpan: Span;
    readonly signedBy?: Reference<Person>;
    readonly listensVia: readonly Reference<Channel>[];
    readonly explains?: boolean;
  };
}

export interface Report {
  readonly keySpan: Span;
  readonly keys: Keys;
  /** On `fault` or a fact; `fault` is no reference. */
  readonly requiredWhen?: Located<string>;
  /** The same where it is on a fact. */
  readonly requiredWhenFact?: Expression;
  readonly order: readonly Located<string>[];
  readonly approvers: readonly Reference<Role>[];
}

export interface Followup {
  readonly keySpan: Span;
  readonly keys: Keys;
  readonly by?: Reference<Person>;
  /** Seconds. */
  readonly within?: Located<number>;
  readonly publish?: Located<'internal' | 'customers' | 'public'>;
  readonly covers: readonly Located<string>[];
  readonly updatePlaybook: boolean;
  readonly keyCustomersReview: boolean;
}

export interface History {
  readonly keySpan: Span;
  readonly similarIncidents: readonly {
    readonly on?: Located<string>;
    readonly title?: Text;
    readonly link?: Located<string>;
  }[];
}

export interface Drill {
  readonly span: Span;
  readonly scenario?: Reference<Scenario>;
  readonly planned?: Located<string>;
  readonly held?: Located<string>;
  readonly players: readonly Reference<Person>[];
  readonly result?: Located<'passed' | 'failed'>;
  readonly note?: Text;
}

export interface Approval {
  readonly span: Span;
  readonly of?: Located<string>;
  /** The entry named by `of`; undefined for `sorry_page` and where nothing fits. */
  readonly target?: Reference<Message | Flow>;
  readonly by?: Reference<Person>;
  readonly on?: Located<string>;
  readonly hash?: Located<string>;
}

export interface UsesProblem {
  /** `broken`: it is there, and only in part readable. */
  readonly kind: 'not-found' | 'cycle' | 'outside' | 'not-a-playbook' | 'broken';
  /** The entry in the file at hand through which it came. */
  readonly span: Span;
  /** The path as written. */
  readonly path: string;
  /** For a cycle: the files in order. */
  readonly files?: readonly string[];
}
