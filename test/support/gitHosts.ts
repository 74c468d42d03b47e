import MarkdownIt from 'markdown-it';
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** What GitHub leaves of HTML in a comment: https://github.com/gjtorikian/html-pipeline (its list of elements, in our words). */
const elements = new Set(
  'h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p ol ul table thead tbody tfoot blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary details caption figure figcaption abbr bdo cite dfn mark small span time wbr'.split(
    ' ',
  ),
);
const attributes = new Set(['href', 'src', 'alt', 'title', 'lang', 'open', 'align', 'class']);

/** A comment as the two services make it: Markdown with HTML, addresses linked, then everything taken out that is not allowed. */
export function commentHtml(markdown: string): DefaultTreeAdapterTypes.DocumentFragment {
  const markdownIt = new MarkdownIt({ html: true, linkify: true });
  // A name with a dot alone is no address to them; `www.` is found below.
  markdownIt.linkify.set({ fuzzyLink: false });
  const tree = parseFragment(markdownIt.render(markdown));
  sanitise(tree);
  return tree;
}

export const toHtml = (tree: DefaultTreeAdapterTypes.DocumentFragment): string => serialize(tree);

function sanitise(parent: Parent): void {
  parent.childNodes = parent.childNodes.flatMap((node): Node[] => {
    if (node.nodeName === '#text') return [node];
    if (!('tagName' in node) || node.tagName === 'script' || node.tagName === 'style') return [];
    sanitise(node);
    if (!elements.has(node.tagName)) return node.childNodes;
    node.attrs = node.attrs.filter(({ name }) => attributes.has(name));
    return [node];
  });
}

export function* elementsIn(parent: Parent): Iterable<Element> {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* elementsIn(node);
  }
}

/** Texts in which references are looked for: not in code, and not in what is a link already. */
function* textsIn(parent: Parent): Iterable<string> {
  for (const node of parent.childNodes) {
    if (node.nodeName === '#text' && 'value' in node) yield node.value;
    else if ('tagName' in node && !['pre', 'code', 'a'].includes(node.tagName)) yield* textsIn(node);
  }
}

export function textOf(parent: Parent): string {
  return parent.childNodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node) : ''))
    .join('');
}

/**
 * What both look for in the texts of what Markdown has made, at least as widely as they do: whether there is such a
 * person, issue or commit only they know.
 * https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 * https://docs.gitlab.com/user/markdown/#gitlab-specific-references
 */
const filters: Readonly<Record<string, RegExp>> = {
  person: /@[\w-]/,
  issue: /#[\w"]/,
  'GH-1': /\b(?:gh|[A-Z][A-Z\d_]+)-\d/,
  commit: /(?<!\w)[\da-f]{7,}(?!\w)/i,
  address: /[a-z][a-z\d+.-]*:\/\/\S/i,
  'mail address': /[\w.+-]@|(?:mailto|xmpp):\w/i,
  www: /\bwww\.\S/i,
  emoji: /:(?:[a-z+-][\w+-]*|100|1234):/i,
  'merge request': /!["\w]/,
  label: /~["\w]/,
  milestone: /%["\w{]/,
  snippet: /\$\w/,
  epic: /&["\w]/,
  alert: /\^\w/,
  'by its name': /[[*][a-z_]+:[\w"]/,
  'inline diff': /[[{][+-]/,
  contents: /\[TOC\]|\[\[/,
  note: /\[!\w/,
  footnote: /\[\^/,
  formula: /\$[^$]*\$/,
};

/** What would become a reference, a link, a picture or a formula. */
export function referencesIn(tree: DefaultTreeAdapterTypes.DocumentFragment): readonly string[] {
  return [...textsIn(tree)].flatMap((text) =>
    Object.entries(filters).flatMap(([name, pattern]) => {
      const found = pattern.exec(text);
      return found === null ? [] : [`${name}: ${found[0]}`];
    }),
  );
}
