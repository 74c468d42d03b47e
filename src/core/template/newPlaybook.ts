import { toNfc } from '../text/nfc';
import type { Span } from '../text/span';
import { type Answers, type ChannelChoice, channelChoices, type Purpose } from './answers';
import { type MessageName, type PurposeWords, type RoleWords, type StepName, type Words, words } from './words';
import { Writer } from './writer';

export interface NewPlaybook {
  readonly text: string;
  /** What is to be written over first. */
  readonly placeholder: Span;
}

/** How each kind of trouble is counted, and whose fault it is as long as nobody knows better. */
const traits: Readonly<Record<Purpose, { readonly kind: string; readonly fault: string; readonly crisis: string }>> = {
  launch: { kind: 'overload', fault: 'ours', crisis: 'accidental' },
  standing: { kind: 'outage', fault: 'ours', crisis: 'accidental' },
  backlash: { kind: 'content-error', fault: 'ours', crisis: 'preventable' },
  data: { kind: 'data-incident', fault: 'ours', crisis: 'preventable' },
  outage: { kind: 'vendor-outage', fault: 'vendor', crisis: 'victim' },
};

/** The fact that tells serious from minor, and from where on. */
const sizes: Readonly<Record<Purpose, { readonly id: string; readonly type: string; readonly from: string }>> = {
  launch: { id: 'share', type: 'percent', from: '10%' },
  standing: { id: 'share', type: 'percent', from: '10%' },
  backlash: { id: 'replies', type: 'number', from: '100' },
  data: { id: 'people_hit', type: 'number', from: '1' },
  outage: { id: 'share', type: 'percent', from: '10%' },
};

/** A playbook to begin with: a draft in which the linter finds nothing worse than what is still missing. */
export function newPlaybook(answers: Answers): NewPlaybook {
  const say = words[answers.locale];
  const context: Context = {
    answers,
    say,
    purpose: say.purposes[answers.purpose],
    cast: castOf(answers, say),
    channels: channelsOf(answers),
    writer: new Writer(),
  };
  for (const write of [
    writeHead,
    writePeople,
    writeChannels,
    writeChecklist,
    writeSeverities,
    writeScenario,
    writeFlow,
    writeMessages,
  ])
    write(context);
  const { text, placeholder = { start: 0, end: 0 } } = context.writer;
  return { text, placeholder };
}

interface Context {
  readonly answers: Answers;
  readonly say: Words;
  readonly purpose: PurposeWords;
  readonly cast: Cast;
  readonly channels: readonly ChannelId[];
  readonly writer: Writer;
}

interface ChannelId {
  readonly id: string;
  readonly type: ChannelChoice;
}

interface Part {
  readonly words: RoleWords;
  readonly person: Person;
}

interface Person {
  readonly id: string;
  readonly name: string;
  /** No name was given. */
  readonly open: boolean;
}

interface Cast {
  readonly people: readonly Person[];
  readonly decides: Part;
  readonly posts: Part;
  readonly fixes: Part;
}

/** Who gave the same name twice is one person with two roles. */
function castOf(answers: Answers, say: Words): Cast {
  const people = new Map<string, Person>();
  const part = (given: string, role: RoleWords): Part => {
    const name = oneLine(given);
    const [openId, openName] = role.person;
    const key = name === '' ? openName : name;
    const person = people.get(key) ?? {
      id: name === '' ? openId : freeId(idOf(name), [...people.values()]),
      name: key,
      open: name === '',
    };
    people.set(key, person);
    return { words: role, person };
  };
  const decides = part(answers.decides, say.decides);
  const posts = part(answers.posts, say.posts);
  const fixes = part(answers.fixes, say.fixes);
  return { people: [...people.values()], decides, posts, fixes };
}

/** A name as an id: letters, numbers and `_`. Words that YAML reads as something else are kept apart. */
function idOf(name: string): string {
  const id = toNfc(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return /^\p{L}[\p{L}\p{N}_]*$/u.test(id) && !/^(?:null|true|false|yes|no|on|off|y|n)$/.test(id) ? id : 'person';
}

function freeId(wanted: string, taken: readonly Person[]): string {
  const isTaken = (id: string) => taken.some((person) => person.id === id);
  if (!isTaken(wanted)) return wanted;
  let at = 2;
  while (isTaken(`${wanted}_${at}`)) at++;
  return `${wanted}_${at}`;
}

/** In the order of the list; without any, one page that most have. */
function channelsOf({ channels }: Answers): readonly ChannelId[] {
  const chosen = channelChoices.filter((choice) => channels.includes(choice));
  return (chosen.length === 0 ? (['blog'] as const) : chosen).map((type) => ({
    id: type === 'status-page' ? 'status' : type === 'blog' ? 'news' : type,
    type,
  }));
}

/** What was typed or pasted into a box; braces would name a variable. */
function oneLine(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[\p{Cs}\u200b\u202a-\u202e\u2066-\u2069\ufeff]|\{\{|\}\}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

function writeHead({ answers, say, purpose, writer }: Context): void {
  const title = oneLine(answers.title);
  for (const line of say.intro) writer.line(`# ${line}`);
  writer.line('playbook: 1');
  writer.value('title', title === '' ? purpose.title : title);
  writer.line(`locale: ${answers.locale}`);
  writer.value('timezone', answers.timezone);
  writer.line('status: draft', say.notes.status);
  writer.value('find_it_at', say.findItAt, { open: true });
}

function writePeople({ say, cast, writer }: Context): void {
  writer.line('');
  writer.line('people:', say.notes.people);
  for (const { id, name, open } of cast.people) {
    writer.line(`  ${id}:`);
    writer.value('    name', name, { open });
  }
  writer.line('');
  writer.line('roles:', say.notes.roles);
  for (const { words: role, person } of [cast.decides, cast.posts, cast.fixes]) {
    const deputy = cast.people.find((other) => other !== person);
    writer.line(`  ${role.id}:`);
    writer.value('    title', role.title);
    writer.line(`    person: ${person.id}`);
    if (deputy !== undefined) writer.line(`    deputy: ${deputy.id}`);
    if (role === say.decides) writer.line('    decides: true');
  }
}

function writeChannels({ say, channels, cast, writer, answers, purpose }: Context): void {
  if (answers.purpose === 'outage') {
    writer.line('');
    writer.line('systems:');
    writer.line(`  ${purpose.scenario.id}:`);
    writer.value('    title', purpose.ask.scope);
  }
  writer.line('');
  writer.line('channels:', say.notes.channels);
  for (const { id, type } of channels) {
    writer.line(`  ${id}:`);
    writer.line(`    type: ${type}`);
    writer.value('    title', say.channels[type]);
    writer.line(`    operators: [${[...new Set([cast.posts.person.id, cast.decides.person.id])].join(', ')}]`);
  }
}

function writeChecklist({ answers, say, purpose, writer, cast }: Context): void {
  const { id: size, type } = sizes[answers.purpose];
  const owner = cast.fixes.words.id;
  const ask = (id: string, question: string, ...rest: readonly string[]) => {
    writer.line(`  ${id}:`);
    writer.value('    ask', question);
    for (const line of rest) writer.line(`    ${line}`);
    writer.line(`    owner: ${owner}`);
  };
  writer.line('');
  writer.line(`# ${say.notes.checklist}`);
  writer.line('checklist:');
  ask('started_at', purpose.ask.start, 'type: datetime', 'core: start');
  ask('scope', purpose.ask.scope, 'type: text', 'core: scope', 'max: 16', `sample: ${purpose.sample.scope}`);
  ask(size, purpose.ask.size, `type: ${type}`, ...(answers.purpose === 'data' ? ['about: personal-data'] : []));
  ask('over', purpose.ask.over, 'type: yes-no');
}

function writeSeverities({ answers, say, purpose, channels, cast, writer }: Context): void {
  const { id, from } = sizes[answers.purpose];
  writer.line('');
  writer.line(`# ${say.notes.severities}`);
  writer.line('severities:');
  writer.line(`  ${say.serious.id}:`);
  writer.value('    title', say.serious.title);
  writer.line('    examples:');
  writer.value('      -', purpose.example.serious);
  writer.line('    when_any:');
  writer.line(`      - ${id} >= ${from}`);
  writer.line(`    channels: [${channels.map((channel) => channel.id).join(', ')}]`);
  writer.line('    first_notice_within: 30m', say.notes.promise);
  writer.line('    update_every: 1h');
  writer.line(`    escalate_to: [${cast.decides.words.id}]`);
  writer.line(`  ${say.minor.id}:`);
  writer.value('    title', say.minor.title);
  writer.line('    examples:');
  writer.value('      -', purpose.example.minor);
  writer.line('    default: true');
  writer.line('    announce: false');
  writer.value('    silence_reason', say.minor.silence);
}

function writeScenario({ answers, purpose, writer }: Context): void {
  const { kind, fault, crisis } = traits[answers.purpose];
  writer.line('');
  writer.line('scenarios:');
  writer.line(`  ${purpose.scenario.id}:`);
  writer.value('    title', purpose.scenario.title);
  writer.line(`    kind: ${kind}`);
  if (answers.purpose === 'outage') writer.line(`    fails: [${purpose.scenario.id}]`);
  writer.line(`    fault: ${fault}`);
  writer.line(`    crisis_type: ${crisis}`);
}

function writeFlow({ answers, say, purpose, cast, writer }: Context): void {
  const step = (
    name: StepName,
    kind: string,
    phase: string,
    ...rest: readonly (string | readonly [string, string])[]
  ) => {
    const [id, title] = say.steps[name];
    writer.line(`      ${id}:`);
    writer.line(`        kind: ${kind}`);
    if (kind !== 'end') writer.value('        title', title);
    if (phase !== '') writer.line(`        phase: ${phase}`);
    for (const line of rest) {
      if (typeof line === 'string') writer.line(`        ${line}`);
      else writer.line(`        ${line[0]}`, line[1]);
    }
  };
  const id = (name: StepName) => say.steps[name][0];
  const message = (name: MessageName) => `message: ${say.messages[name][0]}`;
  const [decides, posts, fixes] = [cast.decides, cast.posts, cast.fixes].map((part) => `by: ${part.words.id}`) as [
    string,
    string,
    string,
  ];
  const tell = id('find');
  writer.line('');
  writer.line(`# ${say.notes.flows}`);
  writer.line('flows:');
  writer.line('  main:');
  writer.value('    trigger', purpose.trigger);
  writer.line('    steps:');
  step(
    'tell',
    'escalate',
    'assess',
    fixes,
    `to: [${cast.decides.words.id}]`,
    'ack_within: 5m',
    `then: ${tell}`,
    `no_ack: ${tell}`,
  );
  step(
    'find',
    'gather',
    'assess',
    fixes,
    `collect: [started_at, scope, ${sizes[answers.purpose].id}]`,
    'takes: 10m',
    `then: ${id('judge')}`,
  );
  const isData = answers.purpose === 'data';
  const then = isData ? id('advise') : id('say');
  step(
    'judge',
    'classify',
    'impact',
    decides,
    'takes: 2m',
    'cases:',
    `  ${say.serious.id}: ${then}`,
    `  ${say.minor.id}: ${id('note')}`,
  );
  if (isData)
    step(
      'advise',
      'escalate',
      'impact',
      fixes,
      `to: [${cast.decides.words.id}]`,
      'ack_within: 5m',
      `then: ${id('say')}`,
      `no_ack: ${id('say')}`,
    );
  step('say', 'announce', 'respond', posts, message('first'), 'takes: 5m', `then: ${id('wait')}`);
  step('wait', 'wait', 'respond', ['every: update_every', say.notes.wait], `then: ${id('over')}`);
  step('over', 'ask', 'respond', fixes, 'fact: over', 'answers:', `  "yes": ${id('clear')}`, `  "no": ${id('more')}`);
  step('more', 'announce', 'respond', posts, message('progress'), 'takes: 5m', `then: ${id('wait')}`);
  step(
    'clear',
    'announce',
    'respond',
    posts,
    message('clear'),
    ['channels: announced', say.notes.announced],
    'takes: 5m',
    `then: ${id('done')}`,
  );
  step('note', 'do', 'impact', posts, `task: ${say.noteTask}`, `then: ${id('quiet')}`);
  step('done', 'end', '', 'outcome: resolved');
  step('quiet', 'end', '', 'outcome: not-announced');
}

const stages: Readonly<Record<MessageName, string>> = {
  first: 'investigating',
  progress: 'identified',
  clear: 'resolved',
};

function writeMessages({ say, purpose, channels, writer }: Context): void {
  // The channel with a heading of its own comes first, since the others can take what they need from it.
  const main =
    channels.find(({ type }) => type === 'status-page' || type === 'blog' || type === 'email') ?? channels[0];
  const others = channels.filter((channel) => channel !== main);
  const heading =
    main?.type === 'email' ? 'subject' : main?.type === 'status-page' || main?.type === 'blog' ? 'title' : undefined;
  writer.line('');
  writer.line(`# ${say.notes.messages}`);
  writer.line('messages:');
  for (const name of ['first', 'progress', 'clear'] as const) {
    const [id, title] = say.messages[name];
    const [head, ...lines] = purpose[name];
    writer.line(`  ${id}:`);
    writer.value('    title', title);
    writer.line(`    stage: ${stages[name]}`);
    writer.line('    variants:');
    if (heading === undefined) writer.line(`      ${main?.id}: |`);
    else {
      writer.line(`      ${main?.id}:`);
      writer.value(`        ${heading}`, head);
      writer.line('        body: |');
    }
    for (const line of lines) writer.line(`${heading === undefined ? ' '.repeat(8) : ' '.repeat(10)}${line}`);
    for (const [at, other] of others.entries()) {
      writer.line(`      ${other.id}:`);
      writer.line(`        same_as: ${main?.id}`, name === 'first' && at === 0 ? say.notes.same : undefined);
    }
  }
}
