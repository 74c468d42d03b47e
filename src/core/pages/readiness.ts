import { nameOf } from '../draw/face';
import type { Markup } from '../draw/markup';
import { shortDuration } from '../draw/words';
import {
  type ApprovedPart,
  approvedParts,
  type JudgedApproval,
  judgedApprovals,
  sentMessages,
} from '../flow/approvals';
import type { Worst } from '../flow/runs';
import type { Limits } from '../limits/limits';
import type { Finding } from '../lint/finding';
import { type Promised, proofs } from '../lint/proofs';
import { contextOf } from '../lint/run';
import type { Message, Playbook, SeverityClass } from '../model/playbook';
import { toDate } from '../text/time';
import type { Translate } from '../text/translate';
import { approverOf, dayOf } from './approvalChips';
import { type Child, emptyState, make, nameButton, withAttributes } from './build';
import { showMoment } from './sampleTimes';
import { ours, type Scene, sourced } from './scene';

export interface ReadinessInput extends Scene {
  /** Milliseconds since 1970: from when days are counted. */
  readonly now: number;
  readonly limits: Limits;
  readonly findings: readonly Finding[];
}

/** What stands between the plan and the launch: days, what is missing, what is proved, how soon it speaks, who agreed. */
export function readinessPage(scene: ReadinessInput): Markup {
  const { playbook, t, uiLocale } = scene;
  const isEmpty = playbook.flows.size === 0 && playbook.messages.size === 0;
  if (isEmpty) {
    const empty = emptyState(
      t('Nothing to get ready yet'),
      t('As soon as there is a flow or a message, this page says what is missing before the launch.'),
    );
    return { ...make('div', 'up-sheet', withAttributes(empty, { lang: uiLocale })), key: 'readiness' };
  }
  return {
    ...make('div', 'up-sheet up-readiness', days(scene), proved(scene), missing(scene), times(scene), approvals(scene)),
    key: 'readiness',
  };
}

function part(scene: Scene, key: string, title: string, ...children: readonly Child[]): Markup {
  return { ...make('section', 'up-ready-part', ours(scene, 'h2', '', title), ...children), key };
}

const sign = (text: string) => withAttributes(make('span', 'up-sign', text), { 'aria-hidden': 'true' });

function days(scene: ReadinessInput): Markup | undefined {
  const { playbook, t, now, uiLocale } = scene;
  const { campaign, timezone } = playbook;
  const dates = [
    { word: t('the plan is ready'), value: campaign?.readyBy?.value },
    { word: t('launch'), value: campaign?.launchAt?.value },
    { word: t('the plan is read again'), value: playbook.reviewBy?.value },
  ]
    .filter(({ value }) => value !== undefined)
    .sort((a, b) => dayNumber(a.value) - dayNumber(b.value));
  if (dates.length === 0) return undefined;
  const items = dates.map(({ word, value = '' }) => {
    const left = daysBetween(toDate(now, timezone), value);
    return make(
      'li',
      left !== undefined && left < 0 ? 'up-day up-day-past' : 'up-day',
      ours(scene, 'span', 'up-day-name', word),
      withAttributes(make('strong', 'up-day-left', left === undefined ? '—' : sayDays(left, t)), { lang: uiLocale }),
      ours(scene, 'span', 'up-day-date', showMoment(value, uiLocale, timezone)),
    );
  });
  return { ...make('ol', 'up-days', ...items), key: 'days' };
}

/** By the calendar of the plan's time zone; undefined where it is no date. */
function daysBetween(today: string, text: string): number | undefined {
  const left = dayNumber(text) - dayNumber(today);
  return Math.abs(left) < Number.MAX_SAFE_INTEGER ? left : undefined;
}

/** What is no date comes last. */
function dayNumber(text = ''): number {
  const day = Date.parse(`${text.trim().slice(0, 10)}T00:00Z`);
  return Number.isNaN(day) ? Number.MAX_VALUE : Math.round(day / 86_400_000);
}

function sayDays(left: number, t: Translate): string {
  if (left === 0) return t('today');
  if (left === 1) return t('tomorrow');
  if (left === -1) return t('yesterday');
  return left > 0 ? t('in {0} days', left) : t('{0} days ago', -left);
}

function proved(scene: ReadinessInput): Markup {
  const { playbook, runs, t } = scene;
  const words: Readonly<Record<Promised, string>> = {
    ends: t('Every path ends, and no loop runs without a pause.'),
    heard: t('In every class customers hear the first word in time.'),
    survives: t('What has to be said in a scenario is said on channels that live.'),
    over: t('Everyone who was told of trouble is told that it is over.'),
    fits: t('Every text fits its channel, with every blank known and at its longest.'),
  };
  const items = proofs(contextOf(playbook, runs, scene)).map(({ promised, state, findings }) => {
    const [first] = findings;
    const how =
      state === 'holds'
        ? t('proved')
        : state === 'open'
          ? first === undefined
            ? t('nothing to prove yet')
            : t('can’t be proved')
          : findings.length === 1
            ? t('does not hold, in 1 place')
            : t('does not hold, in {0} places', findings.length);
    return {
      ...make(
        'li',
        `up-proof up-proof-${state}`,
        sign({ holds: '✓', broken: '✕', open: '○' }[state]),
        make(
          'div',
          '',
          ours(scene, 'p', '', words[promised]),
          ours(scene, 'p', 'up-proof-how', first === undefined ? how : `${how}${t(': ')}${first.message}`),
        ),
      ),
      key: promised,
    };
  });
  return part(scene, 'proved', t('What can be proved'), make('ul', 'up-proofs', ...items));
}

interface Item {
  readonly source: string | undefined;
  readonly words: string;
  readonly done: boolean;
  /** How many things it stands for, if not one. */
  readonly count?: number;
}

function missing(scene: ReadinessInput): Markup {
  const { t } = scene;
  const items = checklist(scene);
  const open = items.reduce((sum, { done, count = 1 }) => sum + (done ? 0 : count), 0);
  const list = [...items]
    .sort((a, b) => Number(a.done) - Number(b.done))
    .map(({ source, words, done }, at) => {
      const text = source === undefined ? ours(scene, 'span', '', words) : ours(scene, 'button', 'up-name', words);
      const item = make(
        'li',
        done ? 'up-done' : 'up-open',
        sign(done ? '✓' : '○'),
        ours(scene, 'span', 'up-unseen', done ? t('done: ') : t('missing: ')),
        text,
      );
      return source === undefined
        ? { ...item, key: `item-${at}` }
        : { ...withAttributes(item, { 'data-to': source }), key: `item-${at}` };
    });
  const title =
    open === 0 ? t('Nothing is missing') : open === 1 ? t('1 thing is missing') : t('{0} things are missing', open);
  return part(scene, 'missing', title, make('ul', 'up-todo', ...list));
}

/** More of a kind are counted: the table of approvals names them all. */
const mostNamed = 3;

function checklist(scene: ReadinessInput): readonly Item[] {
  const { playbook, findings, t } = scene;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const page = playbook.sorryPage;
  const state = approvedParts(playbook).get('sorry_page');
  return [
    ...(errors === 0
      ? []
      : [
          {
            source: undefined,
            words: errors === 1 ? t('1 error has to be mended') : t('{0} errors have to be mended', errors),
            done: false,
          },
        ]),
    playbook.status === 'approved'
      ? { source: undefined, words: t('The plan as a whole is approved'), done: true }
      : { source: undefined, words: t('The plan as a whole is not approved'), done: false },
    ...messageItems(scene),
    ...(page === undefined
      ? []
      : [
          state === 'approved'
            ? { source: 'sorry_page', words: t('The sorry page is approved'), done: true }
            : state === 'stale'
              ? { source: 'sorry_page', words: t('The sorry page was changed after its approval'), done: false }
              : { source: 'sorry_page', words: t('The sorry page is not approved'), done: false },
        ]),
    ...(page?.assets ?? []).map(({ path, ready }): Item => {
      const words = ready ? t('"{0}" is ready', path.value) : t('"{0}" is not ready', path.value);
      return { source: 'sorry_page', words, done: ready };
    }),
    ...(playbook.scenarios.size === 0 ? [] : [drilled(playbook, t)]),
  ];
}

/** What is sent, and whether somebody agreed to it. */
function messageItems({ playbook, runs, t }: ReadinessInput): readonly Item[] {
  const states = approvedParts(playbook);
  const sent = [...sentMessages(playbook, runs)];
  const inState = (state: 'approved' | 'stale' | undefined) => sent.filter((one) => states.get(one) === state);
  const named = (messages: readonly Message[], say: (title: string) => string, done: boolean) =>
    messages.map(({ id, title }): Item => ({ source: `messages.${id}`, words: say(title?.value ?? id), done }));
  const [open, agreed] = [inState(undefined), inState('approved')];
  return [
    ...named(inState('stale'), (title) => t('"{0}" was changed after its approval', title), false),
    ...(open.length > mostNamed
      ? [{ source: undefined, words: t('{0} messages are not approved', open.length), done: false, count: open.length }]
      : named(open, (title) => t('"{0}" is not approved', title), false)),
    ...(agreed.length > mostNamed
      ? [{ source: undefined, words: t('{0} messages are approved', agreed.length), done: true }]
      : named(agreed, (title) => t('"{0}" is approved', title), true)),
  ];
}

function drilled({ drills }: Playbook, t: Translate): Item {
  const held = drills.some(({ held: day, result }) => day !== undefined && result?.value !== 'failed');
  return held
    ? { source: undefined, words: t('A drill was held'), done: true }
    : { source: undefined, words: t('No drill was passed yet'), done: false };
}

/** The way to the first notice of each class, minute by minute, against what was promised. */
function times(scene: ReadinessInput): Markup | undefined {
  const { playbook, runs, t } = scene;
  const told = [...playbook.severities.values()].filter(({ announce }) => announce);
  if (told.length === 0) return undefined;
  const rows = told.map((severity) => ({ severity, worst: runs.firstNotice(severity) }));
  const longest = Math.max(
    60,
    ...rows.flatMap(({ severity, worst }) => [
      worst !== undefined && Number.isFinite(worst.seconds) ? worst.seconds : 0,
      severity.firstNoticeWithin?.value ?? 0,
    ]),
  );
  return part(
    scene,
    'times',
    t('How soon customers hear of it, at worst'),
    make('ol', 'up-times', ...rows.map(({ severity, worst }) => timeline(severity, worst, longest, scene))),
  );
}

function timeline(severity: SeverityClass, worst: Worst | undefined, longest: number, scene: Scene): Markup {
  const { t } = scene;
  const within = severity.firstNoticeWithin?.value;
  const isEndless = worst !== undefined && !Number.isFinite(worst.seconds);
  const isLate = worst !== undefined && within !== undefined && worst.seconds > within;
  const said =
    worst === undefined
      ? t('no path announces it')
      : isEndless
        ? t('at worst never: a loop is on the way')
        : t('at worst after {0}', shortDuration(worst.seconds, t));
  const promise = within === undefined ? t('nothing is promised') : t('promised within {0}', shortDuration(within, t));
  const verdict = worst === undefined ? '○' : isLate || isEndless ? '✕' : '✓';
  return sourced(
    `severities.${severity.id}`,
    make(
      'li',
      `up-time ${isLate || isEndless ? 'up-time-late' : ''}`.trim(),
      make(
        'h3',
        '',
        nameButton(severity.title?.value ?? severity.id),
        ours(scene, 'span', 'up-time-said', `${verdict} ${said} · ${promise}`),
      ),
      worst === undefined || isEndless ? undefined : bar(worst, within, longest, scene),
      worst === undefined || isEndless ? undefined : stops(worst, scene),
    ),
  );
}

/** In parts of the whole, so that it is as wide as the page and its words are not stretched. */
function bar({ costs }: Worst, within: number | undefined, longest: number, { t }: Scene): Markup {
  const at = (seconds: number) => `${Math.round((seconds / longest) * 10_000) / 100}%`;
  let from = 0;
  const pieces = costs.flatMap((cost, index): Markup[] => {
    if (cost === 0) return [];
    const piece: Markup = {
      tag: 'rect',
      key: `piece-${index}`,
      attributes: { class: 'up-bar-piece', x: at(from), y: 4, width: at(cost), height: 16 },
    };
    from += cost;
    return [piece];
  });
  const isLast = within !== undefined && within > longest / 2;
  const mark: readonly Markup[] =
    within === undefined
      ? []
      : [
          {
            tag: 'line',
            key: 'promise',
            attributes: { class: 'up-bar-promise', x1: at(within), x2: at(within), y1: 0, y2: 38 },
          },
          {
            tag: 'text',
            key: 'promised',
            attributes: { class: 'up-bar-word', x: at(within), y: 36, 'text-anchor': isLast ? 'end' : 'start' },
            children: [isLast ? `${t('promise')}\u2002` : `\u2002${t('promise')}`],
          },
        ];
  return {
    tag: 'svg',
    key: 'bar',
    attributes: { class: 'up-bar', 'aria-hidden': 'true' },
    children: [
      { tag: 'rect', key: 'ground', attributes: { class: 'up-bar-ground', x: 0, y: 4, width: '100%', height: 16 } },
      ...pieces,
      ...mark,
    ],
  };
}

/** The steps that take time, and when each is done; what takes none needs no word. */
function stops({ path, costs }: Worst, scene: Scene): Markup {
  const { t } = scene;
  let seconds = 0;
  const items = path.flatMap((step, at): Markup[] => {
    const cost = costs[at] ?? 0;
    seconds += cost;
    if (cost === 0 && at < path.length - 1) return [];
    return [
      withAttributes(
        make(
          'li',
          'up-stop',
          ours(scene, 'span', 'up-stop-time', shortDuration(seconds, t)),
          make('button', 'up-name', nameOf(step, t)),
          cost === 0 ? undefined : ours(scene, 'span', 'up-stop-cost', `+${shortDuration(cost, t)}`),
        ),
        { 'data-to': `flows.${step.flow.id}.steps.${step.id}` },
      ),
    ];
  });
  return make('ol', 'up-stops', ...items);
}

/** Every part that can be approved: by whom it was, on which day, and whether it was changed since. */
function approvals(scene: ReadinessInput): Markup | undefined {
  const { playbook, runs, t } = scene;
  const judged = judgedApprovals(playbook);
  const sent = sentMessages(playbook, runs);
  const parts: readonly ApprovedPart[] = [
    ...(playbook.sorryPage === undefined ? [] : ['sorry_page' as const]),
    ...[...playbook.messages.values()].filter((message) => sent.has(message) || judged.has(message)),
    ...playbook.flows.values(),
  ];
  const rows = [
    ...parts.flatMap((part) => {
      const found = judged.get(part);
      return found === undefined
        ? [approvalRow(part, undefined, scene)]
        : found.map((one) => approvalRow(part, one, scene));
    }),
    ...(judged.get(undefined) ?? []).map((one) => approvalRow(undefined, one, scene)),
  ];
  if (rows.length === 0) return undefined;
  const heads = [t('What'), t('State'), t('By'), t('On')].map((word) =>
    withAttributes(ours(scene, 'th', '', word), { scope: 'col' }),
  );
  const body = make('tbody', '', ...rows.map((row, at) => ({ ...row, key: `row-${at}` })));
  const table = make('table', 'up-table up-approvals', make('thead', '', make('tr', '', ...heads)), body);
  return part(scene, 'approvals', t('Who agreed to what'), make('div', 'up-table-box', table));
}

/** Leads to the difference between what was approved and what stands there now. */
function since(of: string | undefined, scene: Scene): Markup {
  return withAttributes(ours(scene, 'button', 'up-since', scene.t('What was changed?')), { 'data-since': of });
}

function approvalRow(part: ApprovedPart | undefined, judged: JudgedApproval | undefined, scene: Scene): Markup {
  const { t } = scene;
  const { approval, state = 'none' } = judged ?? {};
  const isPage = part === 'sorry_page';
  const name = isPage ? t('The sorry page') : (part?.title?.value ?? part?.id ?? approval?.of?.value ?? '—');
  const kind = part === undefined || isPage ? undefined : part.section === 'flows' ? t('flow') : t('message');
  const words = {
    valid: t('holds'),
    stale: t('changed since: has to be approved again'),
    unread: part === undefined ? t('names nothing that is there') : t('can’t be read'),
    none: t('not approved yet'),
  }[state];
  const classes = { valid: 'up-lives', stale: 'up-dead', unread: 'up-dead', none: 'up-not-yet' };
  const signs = { valid: '●', stale: '✕', unread: '✕', none: '○' };
  const row = make(
    'tr',
    '',
    withAttributes(
      make(
        'th',
        '',
        part === undefined ? name : nameButton(name),
        kind === undefined ? undefined : ours(scene, 'span', 'up-of-type', kind),
      ),
      { scope: 'row' },
    ),
    make(
      'td',
      classes[state],
      sign(signs[state]),
      ours(scene, 'span', '', words),
      state === 'stale' ? since(approval?.of?.value, scene) : undefined,
    ),
    make('td', '', approval === undefined ? '—' : approverOf(approval)),
    ours(scene, 'td', '', approval === undefined ? '—' : dayOf(approval, scene)),
  );
  if (part === undefined) return row;
  return withAttributes(row, { 'data-to': isPage ? 'sorry_page' : `${part.section}.${part.id}` });
}
