import type { Markup } from '../protocol/preview';

/** Puts pictures where a page names their file. `addresses`: path → `data:` address. */
export function withPictures(markup: Markup, addresses: ReadonlyMap<string, string>): Markup {
  const { 'data-asset': asset, ...attributes } = markup.attributes ?? {};
  const address = asset === undefined ? undefined : addresses.get(String(asset));
  const children = markup.children ?? [];
  if (address !== undefined) {
    const alt = children.filter((child) => typeof child === 'string').join('');
    return { tag: 'img', key: 'picture', attributes: { ...attributes, class: 'sp-picture', src: address, alt } };
  }
  return {
    ...markup,
    children: children.map((child) => (typeof child === 'string' ? child : withPictures(child, addresses))),
  };
}
