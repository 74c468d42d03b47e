import type { Markup } from '../draw/markup';

export type Child = Markup | string | undefined;

/** A piece of a page. Children that are undefined are left out. */
export function make(tag: string, className: string, ...children: readonly Child[]): Markup {
  return {
    tag,
    ...(className !== '' && { attributes: { class: className } }),
    children: children.filter((child) => child !== undefined),
  };
}

/** The same piece with more attributes. */
export function withAttributes(markup: Markup, attributes: Markup['attributes']): Markup {
  return { ...markup, attributes: { ...markup.attributes, ...attributes } };
}

/** What is missing, how it is written, and a button that writes it: `what` is an `Insertable`. */
export function emptyState(
  title: string,
  text: string,
  example?: string,
  button?: { readonly what: string; readonly words: string },
): Markup {
  return {
    tag: 'div',
    key: 'empty',
    attributes: { class: 'up-empty' },
    children: [
      { tag: 'h2', children: [title] },
      { tag: 'p', children: [text] },
      // Keys of the language are English in every locale.
      ...(example === undefined ? [] : [{ tag: 'pre', attributes: { lang: 'en' }, children: [example] }]),
      ...(button === undefined
        ? []
        : [
            { tag: 'button', attributes: { class: 'up-insert', 'data-insert': button.what }, children: [button.words] },
          ]),
    ],
  };
}

/** A name that leads to its place in the text, also for those who don't use a mouse. */
export function nameButton(name: string): Markup {
  return make('button', phrased('up-name', name), name);
}

/** With the class of what is broken between phrases: a browser looks for them longer than the square of the text. */
export function phrased(className: string, text: string): string {
  return text.length <= 100 ? `${className} up-phrase`.trim() : className;
}
