import type { FactType, Placeholder, Playbook, Text } from '../model/playbook';
import { displayWidth } from '../text/displayWidth';

/** The longest that is built; more could only be said to be too long as well. */
const mostCharacters = 200_000;

/**
 * The text with every variable at its longest: `max` of the widest characters; without `max` the longest label of a
 * choice, 16 for what is a number or a time, 40 for text. Numbers and times are as wide as `locale` writes them.
 */
export function longest(text: Text, playbook: Playbook, locale: string = playbook.locale): string {
  if (text.placeholders.length === 0) return text.value;
  const pieces: string[] = [];
  let length = 0;
  let at = 0;
  for (const placeholder of text.placeholders) {
    const filled = length < mostCharacters ? longestValue(placeholder, playbook, locale) : '';
    pieces.push(text.value.slice(at, placeholder.from), filled);
    length += filled.length;
    at = placeholder.to;
  }
  return pieces.join('') + text.value.slice(at);
}

const wide = 'あ';

/** What can stand in its place, at its longest; as written where nothing provides it. */
export function longestValue({ name, target }: Placeholder, playbook: Playbook, locale: string): string {
  if (target === undefined) return `{{${name}}}`;
  const figures = /^(?:ja|zh|ko)\b/i.test(locale) ? wide : '0';
  switch (target.kind) {
    case 'time':
      return figures.repeat(16);
    case 'built-in':
      return target.name === 'scenario.title' ? longestTitle(playbook) : (target.text?.value ?? wide.repeat(40));
    case 'impact':
      return figures.repeat(16);
    default: {
      const { entry } = target;
      const choices = target.kind === 'checklist' ? [...target.entry.choices.values()].map(({ label }) => label) : [];
      const value = ofType(entry.type, entry.max, choices, figures, locale);
      return widest([value, entry.default?.value ?? '']);
    }
  }
}

function ofType(
  type: FactType,
  max: number | undefined,
  labels: readonly string[],
  figures: string,
  locale: string,
): string {
  const room = max === undefined ? undefined : Math.max(0, Math.min(Math.floor(max), mostCharacters));
  if (type === 'text') return wide.repeat(room ?? 40);
  if (type === 'choice') return room === undefined ? widest(labels) : wide.repeat(room);
  if (type === 'yes-no' && room === undefined) return /^ja\b/i.test(locale) ? 'いいえ' : 'yes';
  return figures.repeat(room ?? 16);
}

function longestTitle(playbook: Playbook): string {
  const titles = [...playbook.scenarios.values()].map(({ id, title }) => title?.value ?? id);
  return titles.length === 0 ? wide.repeat(40) : widest(titles);
}

function widest(texts: readonly string[]): string {
  let best = '';
  for (const text of texts) if (displayWidth(text) > displayWidth(best)) best = text;
  return best;
}
