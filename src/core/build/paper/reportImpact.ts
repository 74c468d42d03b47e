import type { Impact } from '../../model/playbook';
import { factName, unitAfter } from '../../pages/criteria';
import { grouped } from '../../pages/numbers';
import type { Paper } from './file';
import { answerOf, blank, fillIn, type Piece, slots } from './pieces';
import type { ReportBlock, ReportSection } from './report';
import { askedIn, wordsOf } from './reportFacts';

export function impact(paper: Paper): ReportSection {
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
            (entry) =>
              [factName(entry), [blank(), unitAfter(entry.unit?.value.trim() ?? '')]] as readonly [
                string,
                readonly Piece[],
              ],
          ),
        ],
      },
      ...[...playbook.impact.values()].flatMap((entry): readonly ReportBlock[] =>
        entry.formula === undefined ? [] : [{ kind: 'text', pieces: sum(entry, paper) }],
      ),
    ],
  };
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
  return [`${factName(entry)} = `, ...parts, ' = ', blank(), unitAfter(entry.unit?.value.trim() ?? '')];
}

export function cause(paper: Paper): ReportSection {
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
