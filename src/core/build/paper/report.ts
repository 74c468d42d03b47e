import { sayCriterion } from '../../pages/criteria';
import type { Paper } from './file';
import { blank, fillIn, moment, type Piece, slots } from './pieces';
import { afterwards, didTable, emptyRows, offers, prevention } from './reportActions';
import { cause, impact } from './reportImpact';
import { situation } from './reportSituation';

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
  const fact = playbook.report?.requiredWhenFact;
  if (fact !== undefined) return t('This report is written when: {0}', sayCriterion(fact, t));
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
