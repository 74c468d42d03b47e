import type { Markup } from '../../../src/core/draw/markup';

/** All that is said in a tree. */
export function textOf(item: Markup | string): string {
  return typeof item === 'string' ? item : (item.children ?? []).map(textOf).join('');
}

/** Every element of a tree that the test is true for. */
export function findAll(item: Markup | string, is: (markup: Markup) => boolean): readonly Markup[] {
  if (typeof item === 'string') return [];
  return [...(is(item) ? [item] : []), ...(item.children ?? []).flatMap((child) => findAll(child, is))];
}

export const withClass = (item: Markup | string, name: string) =>
  findAll(item, ({ attributes }) =>
    String(attributes?.class ?? '')
      .split(' ')
      .includes(name),
  );

/** The element that stands for a place in the text. */
export function bySource(item: Markup, source: string): Markup {
  const [found] = findAll(item, ({ attributes }) => attributes?.['data-src'] === source);
  if (found === undefined) throw new Error(`nothing stands for ${source}`);
  return found;
}
