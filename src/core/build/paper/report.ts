import { nameOf, roleName } from '../../draw/face';
import { shortDuration } from '../../draw/words';
import type { ChecklistItem, Impact, Step } from '../../model/playbook';
import { factName } from '../../pages/criteria';
import { grouped } from '../../pages/numbers';
import { showMoment } from '../../pages/sampleTimes';
import type { Paper } from './file';
import { answerOf, blank, clock, day, fillIn, moment, type Piece, slots } from './pieces';

/** A report before the day: what the plan knows stands in it, what the day brings is a blank. */
export interface ReportForm {
  readonly title: string;
  /** What it is about. */
  readonly subject: readonly Piece[];
  /** Who agrees to it, the first to be asked first. */
  readonly approvers: readonly { readonly role: string; readonly name: string }[];
  /** Who sends it. */
  readonly sender: readonly string[];
  /** When it has to be written; undefined where the plan does not say. */
  readonly duty: string | undefined;
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  /** For the one who writes: what belongs here. */
  | { readonly kind: 'hint'; readonly text: string }
  | { readonly kind: 'text'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'pairs'; readonly rows: readonly (readonly [string, readonly Piece[]])[] }
  | {
      readonly kind: 'table';
      readonly name?: string;
      readonly heads: readonly string[];
      readonly rows: readonly (readonly (readonly Piece[])[])[];
    };

const order = [
  'summary',
  'situation',
  'impact',
  'cause',
  'action_temporary',
  'action_permanent',
  'prevention',
] as const;
type Part = (typeof order)[number];

/** In the order of the plan; without one in the usual order. */
export function reportForm(paper: Paper): ReportForm {
  const { playbook, t } = paper;
  const { report, brand } = playbook;
  const wanted = (report?.order ?? []).flatMap(({ value }) => order.filter((part) => part === value));
  const parts = wanted.length > 0 ? [...new Set(wanted)] : order;
  return {
    title: t('Incident report'),
    subject: fillIn(t('On {0}', ...slots), [blank('long')]),
    approvers: (report?.approvers ?? []).map(({ target, id }) => ({
      role: target?.title?.value ?? id,
      name: target?.person?.target?.name?.value ?? '',
    })),
    sender: senderOf(brand),
    duty: dutyOf(paper),
    sections: [...parts.map((part) => sections[part](paper)), afterwards(paper)].filter(
      ({ blocks }) => blocks.length > 0,
    ),
  };
}

/** A signature often begins with the brand. */
function senderOf({ we, signature }: Paper['playbook']['brand']): readonly string[] {
  const [brand, person] = [we?.value.trim() ?? '', signature?.value.trim() ?? ''];
  return [...(person.includes(brand) ? [] : [brand]), person].filter((text) => text !== '');
}

function dutyOf({ playbook, t }: Paper): string | undefined {
  const when = playbook.report?.requiredWhen?.value.trim();
  if (when === undefined || when === '') return undefined;
  const fault = /^fault = (ours|vendor|nobody)$/.exec(when)?.[1];
  return fault === undefined
    ? t('This report is written when {0}.', when)
    : {
        ours: t('This report is written when we are at fault.'),
        vendor: t('This report is written when a company that we use is at fault.'),
        nobody: t('This report is written when nobody is at fault.'),
      }[fault];
}

const sections: Readonly<Record<Part, (paper: Paper) => ReportSection>> = {
  summary: ({ t, locale }) => ({
    title: t('Summary'),
    blocks: [
      { kind: 'hint', text: t('The result first, in three lines that somebody from outside understands.') },
      {
        kind: 'text',
        pieces: fillIn(t('From {0} to {1}, {2} could not {3}.', ...slots), [
          [...moment(locale)],
          [...moment(locale)],
          [blank()],
          [blank('long')],
        ]),
      },
      { kind: 'text', pieces: fillIn(t('The cause was {0}.', ...slots), [blank('long')]) },
      {
        kind: 'text',
        pieces: fillIn(t('Now {0}. So that it does not happen again, we {1}.', ...slots), [
          blank('long'),
          blank('long'),
        ]),
      },
    ],
  }),
  situation,
  impact,
  cause,
  action_temporary: (paper) => ({
    title: paper.t('What we did at once'),
    blocks: [...didTable(paper, 4), ...offers(paper)],
  }),
  action_permanent: ({ t, locale }) => ({
    title: t('What we change for good'),
    blocks: [
      {
        kind: 'hint',
        text: t('With whoever repaired it: what of the above only holds for now, and what replaces it?'),
      },
      { kind: 'table', heads: [t('Measure'), t('Who'), t('By when')], rows: emptyRows(2, 2, locale) },
    ],
  }),
  prevention,
};

const emptyRows = (
  count: number,
  blanks: number,
  locale: Paper['locale'],
): readonly (readonly (readonly Piece[])[])[] =>
  Array.from({ length: count }, () => [...Array.from({ length: blanks }, () => []), [...day(locale)]]);

function situation(paper: Paper): ReportSection {
  const { playbook, t, locale } = paper;
  const items = [...playbook.checklist.values()];
  const asked = askedIn(paper);
  const inFormulas = usedInFormulas(paper);
  const first = (['start', 'duration', 'scope', 'workaround'] as const).flatMap((core) =>
    items.filter((item) => item.core?.value === core),
  );
  const others = items.filter(
    (item) => !first.includes(item) && !inFormulas.has(item) && asked.get(item) === 'while it lasts',
  );
  const scenarios = [...playbook.scenarios.values()].map(({ title, id }) => ({ tick: title?.value ?? id }));
  const severities = [...playbook.severities.values()].map(({ title, id }) => ({ tick: title?.value ?? id }));
  const rows: (readonly [string, readonly Piece[]])[] = [
    ...(scenarios.length > 0 ? [[t('What happened'), [...scenarios, { tick: t('something else') }]] as const] : []),
    ...(severities.length > 0 ? [[t('Severity'), severities] as const] : []),
    ...[...first, ...others].map((item) => [item.ask?.value ?? factName(item), answerOf(item, t, locale)] as const),
  ];
  return {
    title: t('Situation'),
    blocks: [...(rows.length > 0 ? [{ kind: 'pairs', rows } as const] : []), timeline(paper)],
  };
}

/** Facts of the main flow: those learned while it lasts, and those asked for afterwards as the cause. */
function askedIn({ playbook }: Paper): ReadonlyMap<ChecklistItem, 'while it lasts' | 'the cause'> {
  const found = new Map<ChecklistItem, 'while it lasts' | 'the cause'>();
  for (const flow of playbook.flows.values()) {
    const isMain = flow === [...playbook.flows.values()][0];
    for (const step of flow.steps.values()) {
      const facts =
        step.kind === 'gather' ? step.collect : step.kind === 'ask' && step.fact !== undefined ? [step.fact] : [];
      for (const { target } of facts) {
        if (target === undefined || found.has(target)) continue;
        if (step.kind === 'gather' && step.phase?.value === 'cause') found.set(target, 'the cause');
        else if (isMain && target.type !== 'yes-no') found.set(target, 'while it lasts');
      }
    }
  }
  return found;
}

/** The main flow as it was planned, beside which what happened is written. */
function timeline({ playbook, runs, t, locale }: Paper): ReportBlock {
  const [flow] = playbook.flows.values();
  const shown = [...(flow?.steps.values() ?? [])].filter(({ kind }) =>
    ['escalate', 'announce', 'sorry-page'].includes(kind),
  );
  const firsts = new Set<Step>(runs.firstNotices());
  const planned = (step: Step): readonly Piece[] => {
    const seconds = runs.reachedAt(step)?.seconds;
    if (seconds !== undefined && Number.isFinite(seconds)) return [t('within {0}', shortDuration(seconds, t))];
    return firsts.has(step) ? [promises.join(t(', '))] : [];
  };
  // Round a loop there is no worst case; of the first notice there is a promise.
  const promises = [...playbook.severities.values()].flatMap(({ title, id, announce, firstNoticeWithin: within }) =>
    announce && within !== undefined ? [`${title?.value ?? id}${t(': ')}${shortDuration(within.value, t)}`] : [],
  );
  return {
    kind: 'table',
    name: t('In the order of time'),
    heads: [t('Time'), t('What happened'), t('Who'), t('Planned')],
    rows: [
      [clock(locale), [flow?.trigger?.value.trim() || t('Noticed')], [], []],
      ...shown.map((step) => [
        clock(locale),
        [nameOf(step, t)],
        step.by === undefined ? [] : [roleName(step.by)],
        planned(step),
      ]),
      [clock(locale), [t('Back to normal')], [], []],
      [clock(locale), [], [], []],
    ],
  };
}

function usedInFormulas({ playbook }: Paper): ReadonlySet<ChecklistItem> {
  const names = new Set([...playbook.impact.values()].flatMap(({ formula }) => wordsOf(formula?.value ?? '')));
  return new Set([...playbook.checklist.values()].filter(({ id }) => names.has(id)));
}

const wordsOf = (formula: string) => formula.normalize('NFC').split(/([\s()]+)/);

function impact(paper: Paper): ReportSection {
  const { playbook, t } = paper;
  return {
    title: t('Impact'),
    blocks: [
      {
        kind: 'pairs',
        rows: [
          [t('Customers affected'), [blank()]],
          [t('Share of all'), [blank('short'), ' %']],
          [t('How long'), fillIn(t('{0} min', ...slots), [blank('short')])],
          ...[...playbook.impact.values()].map(
            (entry) => [factName(entry), [blank(), unitOf(entry)]] as readonly [string, readonly Piece[]],
          ),
        ],
      },
      ...[...playbook.impact.values()].flatMap((entry): readonly ReportBlock[] =>
        entry.formula === undefined ? [] : [{ kind: 'text', pieces: sum(entry, paper) }],
      ),
    ],
  };
}

/** 円 follows its number at once, EUR does not. */
function unitOf({ unit }: Impact): string {
  const text = unit?.value.trim() ?? '';
  return text === '' || !/^[!-~]/.test(text) ? text : ` ${text}`;
}

/** A formula with the numbers that the plan knows, and blanks for those of the day. */
function sum(entry: Impact, { playbook, t, locale }: Paper): readonly Piece[] {
  const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' };
  const parts = wordsOf(entry.formula?.value.trim() ?? '').flatMap((word): readonly Piece[] => {
    const known = playbook.campaign?.baseline.get(word);
    if (known !== undefined) return [`${word} (${grouped(known.value)})`];
    const fact = playbook.checklist.get(word);
    if (fact !== undefined)
      return [`${fact.title?.value ?? t('"{0}"', factName(fact))} `, ...answerOf(fact, t, locale)];
    return [signs[word] ?? word];
  });
  return [`${factName(entry)} = `, ...parts, ' = ', blank(), unitOf(entry)];
}

function cause(paper: Paper): ReportSection {
  const { playbook, t } = paper;
  const asked = askedIn(paper);
  const items = [...playbook.checklist.values()].filter((item) => asked.get(item) === 'the cause');
  return {
    title: t('Cause'),
    blocks: [
      { kind: 'hint', text: t('What in our work made it possible? Name procedures and systems, nobody’s name.') },
      {
        kind: 'pairs',
        rows: [
          ...(items.length > 0
            ? items.map((item) => [item.ask?.value ?? factName(item), [blank('long')]] as const)
            : [[t('What set it off'), [blank('long')]] as const]),
          [t('Why nothing stopped it'), [blank('long')]],
          [
            t('Where the fault lies'),
            [{ tick: t('with us') }, { tick: t('with a company that we use') }, { tick: t('with nobody') }],
          ],
        ],
      },
    ],
  };
}

function didTable({ playbook, t, locale }: Paper, count: number): readonly ReportBlock[] {
  const doneBy = playbook.sorryPage?.switchover?.doneBy;
  const known: readonly (readonly (readonly Piece[])[])[] =
    playbook.sorryPage === undefined
      ? []
      : [[[t('Showed the sorry page')], doneBy === undefined ? [] : [roleName(doneBy)], moment(locale)]];
  return [
    {
      kind: 'table',
      heads: [t('What was done'), t('Who'), t('When')],
      rows: [...known, ...Array.from({ length: count - known.length }, () => [[], [], moment(locale)])],
    },
  ];
}

/** What makes up for it, ticked when it was given. */
function offers({ playbook, t }: Paper): readonly ReportBlock[] {
  const { offers: given = [], plusAlpha } = playbook.recovery?.distributive ?? {};
  const all = [...given, ...(plusAlpha === undefined ? [] : [plusAlpha])];
  if (all.length === 0) return [];
  return [
    {
      kind: 'pairs',
      rows: [[t('What makes up for it'), all.map(({ value }) => ({ tick: value.trim() }))]],
    },
  ];
}

function prevention({ playbook, t, locale }: Paper): ReportSection {
  const owner = playbook.followup?.by ?? playbook.owner;
  const known: readonly (readonly (readonly Piece[])[])[] = playbook.followup?.updatePlaybook
    ? [
        [
          [t('Put what was missing into this plan')],
          owner === undefined ? [] : [owner.target?.name?.value ?? owner.id],
          day(locale),
        ],
      ]
    : [];
  const similar = playbook.history?.similarIncidents ?? [];
  return {
    title: t('What keeps it from happening again'),
    blocks: [
      { kind: 'hint', text: t('Changes of how we work, that somebody can check: not "take more care".') },
      {
        kind: 'table',
        heads: [t('What changes'), t('Who'), t('By when')],
        rows: [...known, ...emptyRows(3 - known.length, 2, locale)],
      },
      ...(similar.length === 0
        ? []
        : [
            {
              kind: 'table',
              name: t('It happened before'),
              heads: [t('On'), t('What'), t('Did what was changed then help?')],
              rows: similar.map(({ on, title, link }) => [
                [on === undefined ? '' : showMoment(on.value, playbook.locale, playbook.timezone)],
                [
                  [title?.value.trim(), link?.value.trim()]
                    .filter((text) => text !== undefined && text !== '')
                    .join(' '),
                ],
                [],
              ]),
            } as const,
          ]),
    ],
  };
}

/** What customers hear afterwards, from whom, and by when. */
function afterwards({ playbook, t }: Paper): ReportSection {
  const { followup } = playbook;
  if (followup === undefined) return { title: '', blocks: [] };
  const covers: Readonly<Record<string, string>> = {
    what_happened: t('what happened'),
    how_fixed: t('how it was fixed'),
    prevention: t('what keeps it from happening again'),
  };
  const publish = {
    internal: t('inside only'),
    customers: t('customers'),
    public: t('everybody'),
  };
  const rows: readonly (readonly [string, readonly Piece[]])[] = [
    ...(followup.publish === undefined ? [] : [[t('Told to'), [publish[followup.publish.value]]] as const]),
    ...(followup.covers.length === 0
      ? []
      : [[t('It says'), followup.covers.map(({ value }) => ({ tick: covers[value] ?? value }))] as const]),
    ...(followup.within === undefined
      ? []
      : [[t('By when'), [t('within {0}', shortDuration(followup.within.value, t))]] as const]),
    ...(followup.by === undefined ? [] : [[t('Who'), [followup.by.target?.name?.value ?? followup.by.id]] as const]),
    ...(followup.keyCustomersReview
      ? [[t('Important customers'), [{ tick: t('spoken to one by one') }]] as const]
      : []),
  ];
  return { title: t('What customers hear of it'), blocks: rows.length === 0 ? [] : [{ kind: 'pairs', rows }] };
}
