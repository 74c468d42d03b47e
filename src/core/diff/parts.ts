import type { Markup } from '../draw/markup';
import { type Child, make, nameButton, withAttributes } from '../pages/build';
import type { Translate } from '../text/translate';
import type { Comparison, ToldChange } from './compare';
import { byGroup, groupWords, markOf, sameWords, shorten, signs, unseenWords } from './report';
import { keysTo } from './units';
import type { Run } from './words';

export interface PartOptions {
  readonly t: Translate;
  /** Of the playbook: the language of what is quoted from it. */
  readonly locale: string;
  /** For a file: nothing in it leads to the text. */
  readonly still: boolean;
  /** Of the headings of its groups. */
  readonly level: 2 | 3;
}

/** What the change does to those who read what is sent; undefined where it does nothing. */
export function impactPart({ impact }: Comparison): Markup | undefined {
  if (impact.length === 0) return undefined;
  const row = ({ kind, better, summary }: Comparison['impact'][number]) =>
    make(
      'li',
      `up-impact-${kind}${better === undefined ? '' : better ? ' up-better' : ' up-worse'}`,
      withAttributes(make('span', 'up-diff-sign', markOf(better)), { 'aria-hidden': 'true' }),
      make('span', '', summary),
    );
  return make('ul', 'up-impact-list', ...impact.map(row));
}

/** Every change, by what it is about; at the end, what is not told. */
export function changesPart(comparison: Comparison, options: PartOptions): readonly Markup[] {
  const { changes, unseen } = comparison;
  const { t } = options;
  const words = groupWords(t);
  return [
    ...(changes.length === 0 ? [make('p', '', sameWords(comparison, t))] : []),
    ...byGroup(changes).map(([group, list]) => ({
      ...make(
        'section',
        'up-diff-group',
        make(`h${options.level}`, '', words[group]),
        make('ul', 'up-diff-list', ...list.map((change) => row(change, options))),
      ),
      key: group,
    })),
    ...(unseen === 0 ? [] : [make('p', 'up-note-line', unseenWords(unseen, t))]),
  ];
}

function row(change: ToldChange, { t, locale, still }: PartOptions): Markup {
  const { kind, title, summary, words } = change;
  const name = withAttributes(still ? make('strong', '', title) : nameButton(title), { lang: locale });
  const said: Child =
    words === undefined || kind !== 'changed'
      ? undefined
      : withAttributes(make('blockquote', 'up-diff-words', ...words.map(run)), { lang: locale });
  return {
    ...withAttributes(
      make(
        'li',
        `up-diff-row up-diff-row-${kind}`,
        withAttributes(make('span', 'up-diff-sign', signs[kind]), { 'aria-hidden': 'true' }),
        make('div', 'up-diff-said', make('p', '', name, `${t(': ')}${summary}`), said),
      ),
      { 'data-src': still ? undefined : placeOf(change) },
    ),
    key: `${kind}-${placeOf(change)}`,
  };
}

function run({ kind, text }: Run): Markup | string {
  if (kind === 'same') return shorten(text);
  return make(kind === 'added' ? 'ins' : 'del', '', text);
}

/** The name of what was changed, as a drawing names its steps: `flows.main.steps.judge`. */
export function placeOf({ section, before, after }: ToldChange): string {
  const unit = after ?? before;
  return unit === undefined ? section : keysTo(unit).join('.');
}
