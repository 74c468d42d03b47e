import type { Translate } from '../text/translate';
import { resolved, type Shape } from './shape';

/** What belongs at a place, as part of a sentence: "a length of time like 15m". */
export function expectedAt(shape: Shape, t: Translate): string {
  if (shape.const !== undefined) return String(shape.const);
  const values = shape.enum ?? shape.items?.enum;
  if (values !== undefined) return oneOf(values, t);
  const inRef = shape['x-ref'];
  if (inRef === 'steps') return t('the id of a step of this flow');
  if (inRef === 'variants') return t('the id of a channel that this message also has');
  if (inRef !== undefined) return isList(shape) ? t('ids of "{0}"', inRef) : t('an id of "{0}"', inRef);
  return ofType(shape, t) ?? ofForm(shape, t);
}

function ofType(shape: Shape, t: Translate): string | undefined {
  switch (shape['x-type']) {
    case 'text':
    case 'text-block':
    case 'markdown':
      return t('text');
    case 'text-list':
      return t('text, or several behind a "-" each');
    case 'id':
      return t('a name that begins with a letter and has only letters, digits, "_" and "-"');
    case 'reference':
    case 'reference-list':
      return t('an id');
    case 'duration':
      return shape['x-values'] === undefined
        ? t('a length of time like 15m, 2h or 5d')
        : t('a length of time like 15m, or {0}', Object.keys(shape['x-values']).join(', '));
    case 'date':
      return t('a day like 2026-11-24');
    case 'datetime':
      return t('a day and a time like 2026-11-27T20:00+09:00');
    case 'percent':
      return t('a share like 2.4%, or a number from 0 to 1');
    case 'amount':
      return t('a number, or a share like 3%');
    case 'number':
      return t('a number like 900');
    case 'integer':
      return t('a whole number like 40');
    case 'boolean':
      return t('true or false');
    case 'url':
    case 'url-list':
      return t('a whole address like https://example.com');
    case 'reach':
      return t('a way to reach someone like "tel:+81-3-0000-0001" or "mailto:a@example.com"');
    case 'locale':
    case 'locale-list':
      return t('a language like ja, ja-JP or en-GB');
    case 'timezone':
      return t('a time zone like Asia/Tokyo or Europe/London');
    case 'expression':
    case 'expression-list':
      return t('one comparison like "lost_sales >= 1000"');
    case 'formula':
      return t('a formula like "visits_per_hour * share / 60", with spaces around the signs');
    case 'approvable':
      return t('messages.ID, flows.ID or sorry_page');
    case 'hash':
      return t('"sha256:" and 64 digits from 0 to f');
    case 'variant':
      return t('the text below a "|", or its parts such as "title:" and "body:"');
    case 'value':
      return t('text, a number, or yes or no');
    default:
      return undefined;
  }
}

function ofForm(shape: Shape, t: Translate): string {
  if (shape.type === 'array') return t('a list, with a "-" before each of its entries');
  if (isList(shape)) return expectedAt(resolved(shape.items ?? {}), t);
  const [first] = shape.required ?? Object.keys(shape.properties ?? {});
  return first === undefined
    ? t('lines below it, each with a name, a colon and what it means')
    : t('lines below it, each with a key and a colon, such as "{0}:"', first);
}

function isList(shape: Shape): boolean {
  return shape.items !== undefined;
}

function oneOf(values: readonly string[], t: Translate): string {
  return values.length === 1 ? (values[0] ?? '') : t('one of {0}', values.join(', '));
}
