import MarkdownIt, { type Token } from 'markdown-it';
import type { Markup } from '../draw/markup';
import type { ShowText } from './fill';

const parser = new MarkdownIt('commonmark', { html: false, linkify: false });
parser.enable(['table', 'strikethrough']);
parser.validateLink = isSafeLink;

/** Links that may leave a page: never a script, a file or a command of the editor. */
export function isSafeLink(url: string): boolean {
  return /^(?:https?:|mailto:|tel:)/i.test(url.trim());
}

const inlineTags: Readonly<Record<string, string>> = { strong: 'strong', em: 'em', s: 's', link: 'a' };
const blockTags: ReadonlySet<string> = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'strong',
  'em',
  's',
  'a',
]);

/**
 * CommonMark as a tree: raw HTML is shown as text, a picture as its words. The highest heading of the text becomes one
 * of `level` (1 to 6), the others follow without a gap, so that they fit below the headings around it.
 */
export function toMarkup(markdown: string, showText: ShowText, level = 1): readonly (Markup | string)[] {
  const tokens = parser.parse(markdown, {});
  const used = [...new Set(tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => tag))].sort();
  const headings = new Map(used.map((tag, index) => [tag, `h${Math.min(6, level + index)}`]));
  return nest(tokens, showText, headings);
}

type Headings = ReadonlyMap<string, string>;

function nest(tokens: readonly Token[], showText: ShowText, headings: Headings): readonly (Markup | string)[] {
  const stack: { tag: string; attributes: Record<string, string>; children: (Markup | string)[] }[] = [
    { tag: '', attributes: {}, children: [] },
  ];
  const add = (...items: readonly (Markup | string)[]) => stack.at(-1)?.children.push(...items);
  for (const token of tokens) {
    if (token.nesting === 1) {
      const tag = inlineTags[token.type.replace(/_open$/, '')] ?? headings.get(token.tag) ?? token.tag;
      const href = String(token.attrGet('href') ?? '');
      const start = token.attrGet('start');
      stack.push({
        tag: blockTags.has(tag) ? tag : 'span',
        attributes: {
          ...(isSafeLink(href) && { href }),
          ...(start !== null && { start: String(start) }),
        },
        children: [],
      });
    } else if (token.nesting === -1) {
      const done = stack.pop();
      if (done !== undefined) add(done);
    } else add(...leaf(token, showText, headings, stack.some(({ tag }) => tag === 'a') ? 'in-link' : undefined));
  }
  return stack[0]?.children ?? [];
}

function leaf(
  token: Token,
  showText: ShowText,
  headings: Headings,
  where: 'in-link' | undefined,
): readonly (Markup | string)[] {
  switch (token.type) {
    case 'inline':
      return nest(token.children ?? [], showText, headings);
    case 'softbreak':
    case 'hardbreak':
      return [{ tag: 'br' }];
    case 'code_inline':
      return [{ tag: 'code', children: [...showText(token.content, 'in-link')] }];
    case 'fence':
    case 'code_block':
      return [{ tag: 'pre', children: [{ tag: 'code', children: [...showText(token.content, 'in-link')] }] }];
    case 'hr':
      return [{ tag: 'hr' }];
    case 'image':
      return [{ tag: 'span', attributes: { class: 'up-picture' }, children: [token.content] }];
    default:
      return token.content === '' ? [] : showText(token.content, where);
  }
}
