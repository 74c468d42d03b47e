import { nameOf, roleName } from '../../draw/face';
import type { Markup } from '../../draw/markup';
import { kindWords, phaseWords, shortDuration } from '../../draw/words';
import type {
  AnnounceStep,
  Channel,
  ChecklistItem,
  Exit,
  Person,
  Reference,
  Role,
  SeverityClass,
  Step,
} from '../../model/playbook';
import { type Child, make, withAttributes } from '../../pages/build';
import { factName, sayCriterion } from '../../pages/criteria';
import { stageWords, typeWords } from '../../pages/words';
import type { Paper } from './file';
import { answerOf, toMarkup } from './pieces';

/** Everything of the plan that one role does, on a sheet to hold in the hand. Undefined where it does nothing. */
export function roleCard(role: Role, paper: Paper): Markup | undefined {
  const parts = [decisions, told, steps, channels, facts].flatMap((part) => part(role, paper));
  if (parts.length === 0) return undefined;
  const { playbook, t } = paper;
  return make(
    'section',
    'pp-sheet pp-card',
    make('p', 'pp-plan', playbook.title?.value ?? playbook.id),
    make(
      'div',
      'pp-head',
      make('h1', '', role.title?.value ?? role.person?.target?.name?.value ?? role.id),
      role.decides ? make('span', 'pp-badge', t('decides what is said')) : undefined,
    ),
    people(role, paper),
    ...parts,
  );
}

const of = <E>({ target }: { readonly target: E | undefined }): readonly E[] => (target === undefined ? [] : [target]);

const isIt = (role: Role, reference: Reference<Role> | undefined) => reference?.target === role;

/** Steps of all flows, with the numbers that the plan's list gives them. */
function numbered({ playbook }: Paper): readonly { readonly step: Step; readonly number: number }[] {
  return [...playbook.flows.values()].flatMap((flow) =>
    [...flow.steps.values()].map((step, at) => ({ step, number: at + 1 })),
  );
}

function people(role: Role, paper: Paper): Markup {
  const { t } = paper;
  return make(
    'div',
    'pp-people',
    personBox(t('Held by'), role.person, role, paper),
    personBox(t('When away'), role.deputy, role, paper),
  );
}

function personBox(word: string, reference: Reference<Person> | undefined, role: Role, paper: Paper): Markup {
  const { t } = paper;
  const person = reference?.target;
  const others = person === undefined ? [] : otherRoles(person, role, paper);
  return make(
    'div',
    'pp-person',
    make('p', 'pp-small', word),
    make('p', 'pp-name', reference === undefined ? '—' : (person?.name?.value ?? reference.id)),
    ...(person?.reach ?? []).map(({ value }) => make('p', '', ...reachOf(value, paper))),
    others.length === 0 ? undefined : make('p', 'pp-small', t('Also: {0}', others.join(t(', ')))),
  );
}

/** Who holds several roles sees that on the worst day not all of them get their hands. */
function otherRoles(person: Person, role: Role, { playbook, t }: Paper): readonly string[] {
  return [...playbook.roles.values()].flatMap((other) => {
    if (other === role) return [];
    const name = other.title?.value ?? other.id;
    if (other.person?.target === person) return [name];
    return other.deputy?.target === person ? [t('{0} (deputy)', name)] : [];
  });
}

function reachOf(value: string, { t }: Paper): readonly Child[] {
  const [, scheme = '', rest = value] = /^(tel|mailto|slack|teams):(.*)$/i.exec(value.trim()) ?? [];
  switch (scheme.toLowerCase()) {
    case 'tel':
      return [
        `${t('telephone')} `,
        withAttributes(make('a', '', rest), { href: `tel:${rest.replace(/[^\d+]/g, '')}` }),
      ];
    case 'mailto':
      return [`${t('e-mail')} `, rest];
    case 'slack':
      return [`Slack ${rest}`];
    case 'teams':
      return [`Teams ${rest}`];
    default:
      return [value];
  }
}

/** What is asked of this role, and what leads where. */
function decisions(role: Role, paper: Paper): readonly Markup[] {
  const { playbook, t } = paper;
  const own = numbered(paper).filter(({ step }) => isIt(role, step.by));
  const judged = own.flatMap(({ step }) => (step.kind === 'classify' ? [step] : []));
  const asked = own.flatMap(({ step }) => (step.kind === 'ask' ? [step] : []));
  const { switchover } = playbook.sorryPage ?? {};
  const items = [
    ...(judged.length === 0 ? [] : [t('How bad it is, by the table below')]),
    ...asked.map((step) => nameOf(step, t)),
    ...(isIt(role, switchover?.decidedBy)
      ? [
          switchover?.trigger === undefined
            ? t('When the sorry page is shown')
            : t('When the sorry page is shown: {0}', switchover.trigger.value.trim()),
        ]
      : []),
    ...(playbook.report?.approvers.some((reference) => isIt(role, reference))
      ? [t('Whether the report is approved')]
      : []),
  ];
  if (items.length === 0) return [];
  return [
    make('h2', '', t('You decide')),
    make('ul', '', ...items.map((item) => make('li', '', item))),
    ...(judged.length === 0 || playbook.severities.size === 0 ? [] : [classes(paper)]),
  ];
}

function classes({ playbook, t }: Paper): Markup {
  const criteria = ({ whenAll, whenAny, default: isDefault }: SeverityClass): readonly string[] => [
    ...(whenAll.length > 0
      ? [`${t('when all hold')}${t(': ')}${whenAll.map((one) => sayCriterion(one, t)).join(t(', '))}`]
      : []),
    ...(whenAny.length > 0
      ? [`${t('when one holds')}${t(': ')}${whenAny.map((one) => sayCriterion(one, t)).join(t(', '))}`]
      : []),
    ...(isDefault ? [t('all that no other class takes')] : []),
  ];
  const rows = [...playbook.severities.values()].map((severity) =>
    make(
      'tr',
      '',
      withAttributes(make('th', '', severity.title?.value ?? severity.id), { scope: 'row' }),
      make('td', '', ...paragraphs(criteria(severity))),
      make('td', '', ...paragraphs(severity.examples.map(({ value }) => value))),
      make(
        'td',
        '',
        severity.announce
          ? severity.firstNoticeWithin === undefined
            ? '—'
            : t('within {0}', shortDuration(severity.firstNoticeWithin.value, t))
          : t('Nothing is said.'),
      ),
    ),
  );
  return table([t('Severity'), t('Criteria'), t('Examples'), t('First notice')], rows);
}

const paragraphs = (texts: readonly string[]) => texts.map((text) => make('p', '', text));

export function table(heads: readonly string[], rows: readonly Markup[]): Markup {
  return make(
    'div',
    'pp-scroll',
    make(
      'table',
      '',
      make('thead', '', make('tr', '', ...heads.map((head) => withAttributes(make('th', '', head), { scope: 'col' })))),
      make('tbody', '', ...rows),
    ),
  );
}

/** Steps in which others turn to this role: an answer in time keeps the flow going. */
function told(role: Role, paper: Paper): readonly Markup[] {
  const { t } = paper;
  const items = numbered(paper).flatMap(({ step }) => {
    if (step.kind !== 'escalate') return [];
    const to = step.to.length > 0 ? step.to.flatMap(of) : escalatedTo(step, paper);
    if (!to.includes(role)) return [];
    const via = step.via.map(channelName).join(t(', '));
    const facts = [
      ...(step.by === undefined ? [] : [t('from {0}', roleName(step.by))]),
      ...(via === '' ? [] : [t('via {0}', via)]),
      ...(step.ackWithin > 0 ? [t('answer within {0}', shortDuration(step.ackWithin, t))] : []),
    ];
    const without = step.exits.find((exit) => exit.via === 'no_ack')?.to.target;
    const goesOn = without === undefined ? '' : t('Without your answer it goes on with: {0}', nameOf(without, t));
    return [
      make(
        'li',
        '',
        make('strong', '', nameOf(step, t)),
        facts.length === 0 ? '' : ` ${facts.join(' · ')}`,
        goesOn === '' ? undefined : make('p', 'pp-small', goesOn),
      ),
    ];
  });
  return items.length === 0 ? [] : [make('h2', '', t('You are told')), make('ul', '', ...items)];
}

/** Who the classes name that can hold where the step stands. */
function escalatedTo(step: Step, { runs }: Paper): readonly Role[] {
  return [...runs.severitiesAt(step)].flatMap((severity) => severity?.escalateTo.flatMap(of) ?? []);
}

const channelName = ({ target, id }: Reference<Channel>) => target?.title?.value ?? id;

function steps(role: Role, paper: Paper): readonly Markup[] {
  const { playbook, t } = paper;
  const all = numbered(paper);
  const numberOf = new Map(all.map(({ step, number }) => [step, number]));
  const lists = [...playbook.flows.values()].flatMap((flow) => {
    const own = all.filter(({ step }) => step.flow === flow && (isIt(role, step.by) || switches(role, step, paper)));
    if (own.length === 0) return [];
    return [
      make('h3', '', flow.title?.value ?? flow.id),
      ...(flow.trigger === undefined
        ? []
        : [make('p', 'pp-small pp-begins', t('Begins when: {0}', flow.trigger.value.trim()))]),
      make('ol', 'pp-steps', ...own.map(({ step }) => stepItem(step, role, numberOf, paper))),
    ];
  });
  if (lists.length === 0) return [];
  return [
    make('h2', '', t('You do, in this order')),
    make(
      'p',
      'pp-small pp-begins',
      t('The numbers are those of the list in plan.html; the words to send are there, too.'),
    ),
    ...lists,
  ];
}

/** The hands at the switch of the sorry page, where the step names nobody. */
function switches(role: Role, step: Step, { playbook }: Paper): boolean {
  return step.kind === 'sorry-page' && step.by === undefined && isIt(role, playbook.sorryPage?.switchover?.doneBy);
}

function stepItem(step: Step, role: Role, numberOf: ReadonlyMap<Step, number>, paper: Paper): Markup {
  const { t, runs } = paper;
  const before = [...step.flow.steps.values()].filter((other) => other.exits.some(({ to }) => to.target === step));
  const at = runs.reachedAt(step)?.seconds;
  const takes = minutesOf(step, paper);
  const head = [
    ...(takes > 0 ? [shortDuration(takes, t)] : []),
    ...(at !== undefined && Number.isFinite(at) ? [t('done after {0} at worst', shortDuration(at, t))] : []),
    ...(step.kind === 'unknown' ? [] : [kindWords(t)[step.kind]]),
    ...(step.phase === undefined ? [] : [phaseWords(t)[step.phase.value]]),
    ...(step.automation?.value === 'human-only' ? [t('by a person')] : []),
  ];
  const label = (other: Step) => {
    const name = `${numberOf.get(other)}. ${nameOf(other, t)}`;
    if (other.by === undefined || isIt(role, other.by)) return make('span', '', name);
    return make('span', 'pp-other', t('{0} ({1})', name, roleName(other.by)));
  };
  return make(
    'li',
    '',
    make('span', 'pp-number', `${numberOf.get(step)}.`),
    make(
      'div',
      '',
      make('p', 'pp-step-title', nameOf(step, t)),
      make('p', 'pp-kind', head.join(' · ')),
      ...whatOf(step, paper).map((text) => make('p', '', text)),
    ),
    make(
      'ul',
      'pp-ways',
      ...(before.length === 0
        ? []
        : [
            make('li', '', t('Before this: '), ...before.flatMap((other, i) => [i === 0 ? '' : t(', '), label(other)])),
          ]),
      ...step.exits.map((exit) => {
        const when = whenOf(step, exit, paper);
        const { target, id } = exit.to;
        return make('li', '', when === '' ? '→ ' : `${when} → `, target === undefined ? `? ${id}` : label(target));
      }),
    ),
  );
}

/** Seconds that the step takes, the switch of the page included. */
function minutesOf(step: Step, { playbook }: Paper): number {
  const { switchover } = playbook.sorryPage ?? {};
  const shows = step.kind === 'sorry-page' && step.action === 'show';
  return step.takes + (shows ? (switchover?.takes ?? 0) + (switchover?.dnsTtl ?? 0) : 0);
}

/** What a title does not say. */
function whatOf(step: Step, paper: Paper): readonly string[] {
  const { playbook, t } = paper;
  const title = nameOf(step, t).trim();
  const { switchover } = playbook.sorryPage ?? {};
  const said = ((): readonly (string | undefined)[] => {
    switch (step.kind) {
      case 'do':
        return [step.task?.value];
      case 'ask':
        return [step.question?.value ?? step.fact?.target?.ask?.value];
      case 'gather':
        return [step.collect.flatMap(of).map(factName).join(' / ')];
      case 'announce':
        return [messageLine(step, paper), ...wheres(step, paper)];
      case 'escalate':
        return [
          [
            ...(step.to.length === 0 ? [] : [t('to {0}', step.to.map(roleName).join(t(', ')))]),
            ...(step.via.length === 0 ? [] : [t('via {0}', step.via.map(channelName).join(t(', ')))]),
            ...(step.ackWithin > 0 ? [t('answer within {0}', shortDuration(step.ackWithin, t))] : []),
          ].join(' · '),
        ];
      case 'sorry-page':
        return [step.action === 'hide' ? switchover?.revert?.value : undefined];
      case 'wait':
        return [step.every === 'update_every' ? t('until the next update is due') : shortDuration(step.every, t)];
      default:
        return [];
    }
  })();
  return [...said, step.note?.value].flatMap((text) => {
    const shown = text?.trim() ?? '';
    return shown === '' || shown === title ? [] : [shown];
  });
}

function whenOf(step: Step, { via, value = '' }: Exit, { playbook, t }: Paper): string {
  switch (via) {
    case 'then':
      return '';
    case 'no_ack':
      return t('nobody answers');
    case 'on_upgrade':
      return t('it gets worse');
    case 'case':
      return playbook.severities.get(value)?.title?.value ?? value;
    case 'answer': {
      const label = step.kind === 'ask' ? step.fact?.target?.choices.get(value)?.label : undefined;
      return label ?? { yes: t('yes'), no: t('no') }[value] ?? value;
    }
  }
}

/** Which words go out; they are in the plan. */
function messageLine({ message }: AnnounceStep, { t }: Paper): string | undefined {
  const target = message?.target;
  if (target === undefined) return undefined;
  const stage = target.stage === undefined ? '' : stageWords(t)[target.stage.value];
  const title = target.title?.value.trim() ?? target.id;
  return stage === '' || stage === title ? t('Message: {0}', title) : t('Message: {0} ({1})', title, stage);
}

/** Where an announcement goes; with its class where that makes a difference. */
function wheres(step: AnnounceStep, { runs, t }: Paper): readonly string[] {
  const byChannels = new Map<string, SeverityClass[]>();
  for (const { severity, channels: told } of runs.sendings(step)) {
    const names = told.map((channel) => channel.title?.value ?? typeWords(t)[channel.type]).join(t(', ')) || '—';
    byChannels.set(names, [...(byChannels.get(names) ?? []), ...(severity === undefined ? [] : [severity])]);
  }
  const prefix = step.channels === 'announced' ? `${t('everyone who was told')}${t(': ')}` : '';
  if (byChannels.size === 1) return [...byChannels.keys()].map((names) => t('On: {0}', `${prefix}${names}`));
  return [...byChannels].map(([names, severities]) => {
    const classes = severities.map(({ title, id }) => title?.value ?? id).join(t(', '));
    return t('On: {0}', `${prefix}${classes}${classes === '' ? '' : t(': ')}${names}`);
  });
}

function channels(role: Role, paper: Paper): readonly Markup[] {
  const { playbook, t, runs } = paper;
  const holders = new Set([role.person, role.deputy].flatMap((reference) => reference?.target ?? []));
  const needed = new Set(
    numbered(paper).flatMap(({ step }) =>
      step.kind === 'announce' && isIt(role, step.by) ? runs.sendings(step).flatMap((one) => one.channels) : [],
    ),
  );
  const shown = [...playbook.channels.values()].filter(
    (channel) =>
      needed.has(channel) ||
      channel.operators.some(({ target }) => target !== undefined && target === role.person?.target),
  );
  if (shown.length === 0) return [];
  const rows = shown.map((channel) => {
    const operators = channel.operators.map(({ target, id }) => target?.name?.value ?? id);
    const canPost = channel.operators.some(({ target }) => target !== undefined && holders.has(target));
    const address = channel.url?.value ?? channel.account?.value ?? '';
    return make(
      'tr',
      '',
      withAttributes(make('th', '', channel.title?.value ?? typeWords(t)[channel.type]), { scope: 'row' }),
      make('td', '', address === '' ? '—' : address),
      make(
        'td',
        '',
        operators.length === 0 ? '—' : operators.join(t(', ')),
        canPost || operators.length === 0
          ? undefined
          : make('p', 'pp-other', t('Neither of you can post here: ask them.')),
      ),
    );
  });
  return [
    make('h2', '', t('Channels you can post on')),
    table([t('Channel'), t('Address or account'), t('Who can post')], rows),
  ];
}

function facts(role: Role, paper: Paper): readonly Markup[] {
  const { playbook, t, locale } = paper;
  const owned = [...playbook.checklist.values()].filter(({ owner }) => isIt(role, owner));
  if (owned.length === 0) return [];
  return [
    make('h2', '', t('Questions you find the answers to')),
    table(
      [t('Question'), t('Answer')],
      owned.map((item) => factRow(item, paper, locale)),
    ),
  ];
}

function factRow(item: ChecklistItem, { t }: Paper, locale: Paper['locale']): Markup {
  const fallback = item.default?.value.trim();
  const hints = [
    ...(item.core === undefined ? [] : [t('needed first')]),
    ...(item.optional ? [t('may stay unknown')] : []),
    ...(item.personalData ? [t('a yes makes it a case of personal data: call the person who decides at once')] : []),
    ...(fallback === undefined || fallback === '' ? [] : [t('until then: {0}', fallback)]),
  ];
  return make(
    'tr',
    '',
    make(
      'td',
      '',
      make('span', 'pp-box'),
      item.ask?.value ?? factName(item),
      hints.length === 0 ? undefined : make('p', 'pp-small', hints.join(' · ')),
    ),
    make('td', '', ...toMarkup(answerOf(item, t, locale))),
  );
}
