import type { Markup } from '../protocol/preview';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** What a page or a drawing is made of. Anything else is left out, whatever it is called. */
const tags: ReadonlySet<string> = new Set([
  'a',
  'article',
  'b',
  'blockquote',
  'br',
  'button',
  'code',
  'div',
  'em',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'mark',
  'meter',
  'ol',
  'p',
  'pre',
  's',
  'section',
  'small',
  'span',
  'strong',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'text',
  'tspan',
  'title',
  'desc',
  'line',
  'polygon',
]);
const svgTags: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'text',
  'tspan',
  'title',
  'desc',
  'line',
  'polygon',
]);
const attributeName =
  /^(?:class|id|lang|dir|role|title|tabindex|start|colspan|rowspan|scope|value|min|max|low|high|optimum|href|aria-[a-z]+|data-[a-z-]+|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|d|points|width|height|viewBox|preserveAspectRatio|transform|text-anchor|xmlns|fill|stroke|stroke-width)$/;
const safeLink = /^(?:https?:|mailto:|tel:)/i;

/** The key an element was made with, so that it is found again. */
const keys = new WeakMap<Node, string>();

/** Makes the children of `parent` what the tree says. What has the same key and tag is kept, with its scroll and focus. */
export function patchChildren(parent: Element, children: readonly (Markup | string)[]): void {
  const known = new Map<string, Element>();
  for (const node of parent.children) {
    const key = keys.get(node);
    if (key !== undefined) known.set(key, node);
  }
  let at: ChildNode | null = parent.firstChild;
  for (const [index, child] of children.entries()) {
    if (typeof child === 'string') {
      if (at?.nodeType === Node.TEXT_NODE) {
        if (at.nodeValue !== child) at.nodeValue = child;
        at = at.nextSibling;
      } else parent.insertBefore(document.createTextNode(child), at);
      continue;
    }
    if (!tags.has(child.tag)) continue;
    const key = `${child.tag} ${child.key ?? `#${index}`}`;
    const element = known.get(key) ?? create(child.tag, key, parent);
    known.delete(key);
    if (element === at) at = at.nextSibling;
    else parent.insertBefore(element, at);
    patchAttributes(element, child.attributes ?? {});
    patchChildren(element, child.children ?? []);
  }
  while (at !== null) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}

function create(tag: string, key: string, parent: Element): Element {
  const inSvg = tag === 'svg' || (svgTags.has(tag) && parent.namespaceURI === svgNamespace);
  const element = inSvg ? document.createElementNS(svgNamespace, tag) : document.createElement(tag);
  keys.set(element, key);
  return element;
}

/** Attributes that the page sets itself while it runs: the tree does not know them, and must not take them away. */
const ownAttributes: ReadonlySet<string> = new Set(['tabindex', 'data-current', 'aria-current']);

function patchAttributes(
  element: Element,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
): void {
  const wanted = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || !attributeName.test(name)) continue;
    if (name === 'href' && !safeLink.test(String(value))) continue;
    wanted.set(name, value === true ? '' : String(value));
  }
  for (const { name } of [...element.attributes])
    if (!wanted.has(name) && !ownAttributes.has(name)) element.removeAttribute(name);
  for (const [name, value] of wanted) {
    if (ownAttributes.has(name) && element.hasAttribute(name)) continue;
    if (name === 'xmlns' || element.getAttribute(name) === value) continue;
    element.setAttribute(name, value);
  }
}
