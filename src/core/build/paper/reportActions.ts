import { roleName } from '../../draw/face';
import { shortDuration } from '../../draw/words';
import { showMoment } from '../../pages/sampleTimes';
import { personName } from '../../pages/words';
import type { Paper } from './file';
import { day, moment, type Piece } from './pieces';
import type { ReportBlock, ReportSection } from './report';

export function didTable({ playbook, t, locale }: Paper, count: number): readonly ReportBlock[] {
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
export function offers({ playbook, t }: Paper): readonly ReportBlock[] {
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

export const emptyRows = (
  count: number,
  blanks: number,
  locale: Paper['locale'],
): readonly (readonly (readonly Piece[])[])[] =>
  Array.from({ length: count }, () => [...Array.from({ length: blanks }, () => []), [...day(locale)]]);

export function prevention({ playbook, t, locale }: Paper): ReportSection {
  const owner = playbook.followup?.by ?? playbook.owner;
  const known: readonly (readonly (readonly Piece[])[])[] = playbook.followup?.updatePlaybook
    ? [[[t('Put what was missing into this plan')], owner === undefined ? [] : [personName(owner)], day(locale)]]
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
export function afterwards({ playbook, t }: Paper): ReportSection {
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
    ...(followup.by === undefined ? [] : [[t('Who'), [personName(followup.by)]] as const]),
    ...(followup.keyCustomersReview
      ? [[t('Important customers'), [{ tick: t('spoken to one by one') }]] as const]
      : []),
  ];
  return { title: t('What customers hear of it'), blocks: rows.length === 0 ? [] : [{ kind: 'pairs', rows }] };
}
