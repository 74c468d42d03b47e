import type { Markup } from '../protocol/preview';

const svgNamespace = 'http://www.w3.org/2000/svg';

const svgTags: ReadonlySet<string> = new Set('svg g path rect circle text tspan title desc line polygon'.split(' '));
const htmlTags =
  'a article b blockquote br button code dd del div dl dt em footer h1 h2 h3 h4 h5 h6 header hr img ins li mark meter ol p pre s section small span strong table tbody td th thead tr ul';
/** What a page or a drawing is made of. Anything else is left out, whatever it is called. */
const tags: ReadonlySet<string> = new Set([...htmlTags.split(' '), ...svgTags]);
const attributeName =
  /^(?:class|id|lang|dir|role|title|tabindex|start|colspan|rowspan|scope|value|min|max|low|high|optimum|href|src|alt|aria-[a-z]+|data-[a-z-]+|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|d|points|width|height|viewBox|preserveAspectRatio|transform|text-anchor|xmlns|fill|stroke|stroke-width)$/;
const safeLink = /^(?:https?:|mailto:|tel:)/i;
/** A picture is brought by the extension: nothing is fetched from anywhere. */
const ownPicture = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*$/;

/** The key an element was made with, so that it is found again. */
const keys = new WeakMap<Node, string>();

/** Makes the children of `parent` what the tree says. What has the same key and tag is kept, with its scroll and focus. */
export function patchChildren(parent: Element, children: readonly (Markup | string)[]): void {
  const known = new Map<string, Element>();
  for (const node of parent.children) {
    const key = keys.get(node);
    if (key !== undefined) known.set(key, node);
  }
  // What goes, goes first: then what stays is in its place already, and an element that is not moved keeps everything.
  const wanted = new Set(children.map((child, index) => (typeof child === 'string' ? '' : keyOf(child, index))));
  for (const [key, element] of known) {
    if (wanted.has(key)) continue;
    known.delete(key);
    element.remove();
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
    if (child.tag === 'img' && !ownPicture.test(String(child.attributes?.src ?? ''))) continue;
    const key = keyOf(child, index);
    const element = known.get(key) ?? create(child.tag, key, parent);
    known.delete(key);
    if (element === at) at = at.nextSibling;
    else put(element, parent, at);
    patchAttributes(element, child.attributes ?? {});
    patchChildren(element, child.children ?? []);
  }
  while (at !== null) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}

const keyOf = ({ tag, key }: Markup, index: number) => `${tag} ${key ?? `#${index}`}`;

/** An element that is moved would lose the focus. */
function put(element: Element, parent: Element, before: ChildNode | null): void {
  const active = element.contains(document.activeElement) ? document.activeElement : null;
  parent.insertBefore(element, before);
  if (active instanceof HTMLElement || active instanceof SVGElement) active.focus({ preventScroll: true });
}

function create(tag: string, key: string, parent: Element): Element {
  const inSvg = tag === 'svg' || (svgTags.has(tag) && parent.namespaceURI === svgNamespace);
  const element = inSvg ? document.createElementNS(svgNamespace, tag) : document.createElement(tag);
  keys.set(element, key);
  return element;
}

/** Attributes that the page sets itself while it runs: the tree does not know them, and must not take them away. */
const ownAttributes: ReadonlySet<string> = new Set([
  'tabindex',
  'data-current',
  'aria-current',
  'data-found',
  'data-searching',
]);

/** The size of a drawing is the zoom's, once it is there. */
const isOwn = (element: Element, name: string) =>
  ownAttributes.has(name) || (element.localName === 'svg' && (name === 'width' || name === 'height'));

function patchAttributes(
  element: Element,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
): void {
  const wanted = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || !attributeName.test(name)) continue;
    if (name === 'href' && !safeLink.test(String(value))) continue;
    if (name === 'src' && !ownPicture.test(String(value))) continue;
    wanted.set(name, value === true ? '' : String(value));
  }
  for (const { name } of [...element.attributes])
    if (!wanted.has(name) && !isOwn(element, name)) element.removeAttribute(name);
  for (const [name, value] of wanted) {
    if (name === 'xmlns' || element.getAttribute(name) === value) continue;
    if (isOwn(element, name) && element.hasAttribute(name)) continue;
    element.setAttribute(name, value);
  }
}
