import { figuresOf } from '../limits/figures';
import type { Limits } from '../limits/limits';
import { longest } from '../limits/longest';
import type { PartName, Playbook, Variant } from '../model/playbook';
import { partWords } from '../pages/meters';
import { countGraphemes } from '../text/graphemes';
import type { Translate } from '../text/translate';
import { ownName, type Unit } from './units';
import { diffWords, type Run } from './words';

/** The text of a message that a unit is; undefined of anything else. */
export function variantOf(unit: Unit | undefined, playbook: Playbook): Variant | undefined {
  if (unit?.section !== 'variants') return undefined;
  return playbook.messages.get(unit.parent)?.variants.get(ownName(unit));
}

/** `own`: as it is written in the variant. `parts`: with what it takes over, each once. */
function textOf(variant: Variant | undefined, of: 'own' | 'parts'): string {
  const texts = Object.values(variant?.[of] ?? {}).map((text) => text?.value.trim() ?? '');
  return [...new Set(texts)].join('\n\n');
}

/** A text that is taken over with `same_as` and says something else, though nothing was written here. */
export function followsOther(before: Variant | undefined, after: Variant | undefined): boolean {
  return after?.sameAs !== undefined && textOf(before, 'parts') !== textOf(after, 'parts');
}

/** Both texts word by word; undefined where they are the same. */
export function textWords(
  before: Variant | undefined,
  after: Variant | undefined,
  { locale }: Playbook,
  of: 'own' | 'parts',
): readonly Run[] | undefined {
  const [was, is] = [textOf(before, of), textOf(after, of)];
  return was === is ? undefined : diffWords(was, is, (after ?? before)?.message.locale ?? locale);
}

/** `132 / 140 → 150 / 140` where the channel has a limit, else the characters; for each part whose length is another. */
export function lengths(
  before: Variant | undefined,
  after: Variant | undefined,
  old: Playbook,
  now: Playbook,
  t: Translate,
  limits: Limits,
): string {
  if (before === undefined || after === undefined) return '';
  const names = partWords(t);
  const figures = (variant: Variant, playbook: Playbook) =>
    new Map(figuresOf(variant, playbook, limits, t).map((figure) => [figure.part, figure.text]));
  const [was, is] = [figures(before, old), figures(after, now)];
  const [many, few] = [characters(before, old), characters(after, now)];
  return (Object.keys(names) as PartName[])
    .flatMap((part) => {
      const [one, other] = [was.get(part), is.get(part)];
      if (one !== undefined || other !== undefined)
        return one === other ? [] : [`${names[part]} ${one ?? '—'} → ${other ?? '—'}`];
      const [count, next] = [many.get(part) ?? 0, few.get(part) ?? 0];
      return count === next ? [] : [t('{0} {1} → {2} characters', names[part], count, next)];
    })
    .join(t('; '));
}

/** As limits count them: every variable at its longest. A part that stands in for another one counts there. */
function characters(variant: Variant, playbook: Playbook): ReadonlyMap<PartName, number> {
  const counted = new Set<unknown>();
  return new Map(
    (Object.keys(variant.parts) as PartName[]).flatMap((part) => {
      const text = variant.parts[part];
      if (text === undefined || counted.has(text)) return [];
      counted.add(text);
      const sent = longest(text, playbook, variant.message.locale).replace(/[\r\n]+$/, '');
      return [[part, countGraphemes(sent)] as const];
    }),
  );
}
