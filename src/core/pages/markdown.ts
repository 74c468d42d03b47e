import MarkdownIt, { type Token } from 'markdown-it';
import type { Markup } from '../draw/markup';

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

/** Turns a run of text into what is shown; this is where placeholders are marked. */
export type ShowText = (text: string) => readonly (Markup | string)[];

/** CommonMark as a tree: raw HTML is shown as text, a picture as its words. */
export function toMarkup(markdown: string, showText: ShowText): readonly (Markup | string)[] {
  return nest(parser.parse(markdown, {}), showText);
}

function nest(tokens: readonly Token[], showText: ShowText): readonly (Markup | string)[] {
  const stack: { tag: string; attributes: Record<string, string>; children: (Markup | string)[] }[] = [
    { tag: '', attributes: {}, children: [] },
  ];
  const add = (...items: readonly (Markup | string)[]) => stack.at(-1)?.children.push(...items);
  for (const token of tokens) {
    if (token.nesting === 1) {
      const tag = inlineTags[token.type.replace(/_open$/, '')] ?? token.tag;
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
    } else add(...leaf(token, showText));
  }
  return stack[0]?.children ?? [];
}

function leaf(token: Token, showText: ShowText): readonly (Markup | string)[] {
  switch (token.type) {
    case 'inline':
      return nest(token.children ?? [], showText);
    case 'softbreak':
    case 'hardbreak':
      return [{ tag: 'br' }];
    case 'code_inline':
      return [{ tag: 'code', children: [...showText(token.content)] }];
    case 'fence':
    case 'code_block':
      return [{ tag: 'pre', children: [{ tag: 'code', children: [...showText(token.content)] }] }];
    case 'hr':
      return [{ tag: 'hr' }];
    case 'image':
      return [{ tag: 'span', attributes: { class: 'up-picture' }, children: [token.content] }];
    default:
      return token.content === '' ? [] : showText(token.content);
  }
}
