import { insertables } from '../../protocol/authoring';
import { type FromPage, previewTabs, toWish } from '../../protocol/preview';

/** A message of the page, checked; undefined where it is none that we know. */
export function toFromPage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, source, focus, line, href, text, wish, order, data, what, done, flow, of, tab } = message as Readonly<
    Record<string, unknown>
  >;
  switch (type) {
    case 'ready':
      return { type, wish: toWish(wish), tab: previewTabs.find((known) => known === tab) };
    case 'tab': {
      const chosen = previewTabs.find((known) => known === tab);
      return chosen && { type, tab: chosen };
    }
    case 'wish':
      return { type, wish: toWish(wish) ?? {} };
    case 'reveal':
      return typeof source === 'string' ? { type, source, focus: focus === true } : undefined;
    case 'revealLine':
      return typeof line === 'number' && Number.isSafeInteger(line) && line >= 0 ? { type, line } : undefined;
    case 'png':
      if (typeof order !== 'number') return undefined;
      return { type, order, data: typeof data === 'string' && /^[A-Za-z0-9+/]+=*$/.test(data) ? data : undefined };
    case 'copied':
      return typeof order === 'number' ? { type, order, done: done === true } : undefined;
    case 'copyAs':
      return { type, flow: typeof flow === 'string' ? flow : undefined };
    case 'problems':
      return { type };
    case 'insert':
      return insertables.some((known) => known === what) ? { type, what: String(what) } : undefined;
    case 'since':
      return typeof of === 'string' ? { type, of } : undefined;
    case 'open':
      return typeof href === 'string' && isWebOrMail(href) ? { type, href } : undefined;
    case 'copy':
      return typeof text === 'string' ? { type, text } : undefined;
    default:
      return undefined;
  }
}

/** What may leave the editor: a command, a file or a script in an author's link never does. */
function isWebOrMail(href: string): boolean {
  return /^(?:https:\/\/|mailto:|tel:)[^\s\\]+$/i.test(href);
}
