import { toNfc } from '../text/nfc';

/** The forms of values that a schema can only name. Each says whether a text is one; the validator calls them by name. */

const idPattern = /^\p{L}[\p{L}\p{N}_-]*$/u;

export function isId(text: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(text) || idPattern.test(toNfc(text));
}

export function isDuration(text: string): boolean {
  return /^\d{1,9}[smhd]$/.test(text);
}

/** A day of the calendar, `2026-11-24`. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** `2026-11-27T20:00+09:00`; seconds may be written, the offset may be missing or `Z`. */
export function isDatetime(text: string): boolean {
  const match = /^([\d-]+)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/.exec(text);
  return match !== null && isDate(match[1] ?? '');
}

/** `2.4%`, or a number from 0 to 1 that stands in quotes. */
export function isPercent(text: string): boolean {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  return match !== null && Number(match[1]) <= (match[2] === '%' ? 100 : 1);
}

/** A number or a percentage. */
export function isAmount(text: string): boolean {
  return /^-?\d+(\.\d+)?%?$/.test(text);
}

export function isUrl(text: string): boolean {
  if (/^tel:/i.test(text)) return /^tel:\+?[\d\-().;=a-z]+$/i.test(text) && /\d/.test(text);
  return /^(https?:\/\/[^\s/?#]\S*|mailto:[^\s@]+@[^\s@]+)$/i.test(text);
}

/** `tel:…`, `mailto:…`, `slack:@…`, or another way with its kind in front. */
export function isReach(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S.*$/i.test(text);
}

/** Countries and long forms that stand where a language belongs, and the language that was meant. */
export const misreadLanguages: ReadonlyMap<string, string> = new Map([
  ['jp', 'ja'],
  ['jpn', 'ja'],
  ['japanese', 'ja'],
  ['日本語', 'ja'],
  ['eng', 'en'],
  ['english', 'en'],
  ['英語', 'en'],
  ['us', 'en-US'],
  ['gb', 'en-GB'],
  ['cn', 'zh'],
  ['kr', 'ko'],
]);

/** BCP 47: language, script, region, variants. */
export function isLocale(text: string): boolean {
  if (misreadLanguages.has(text.split('-', 1)[0]?.toLowerCase() ?? '')) return false;
  return /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*(-[a-z\d](-[a-z\d]{2,8})+)*$/i.test(
    text,
  );
}

/** A name of the IANA database, as far as the runtime knows it. */
export function isTimezone(text: string): boolean {
  if (text === 'UTC' || text === 'Asia/Tokyo') return true;
  if (!/^(UTC|GMT|[A-Za-z][\w+-]*(\/[\w+-]+)+)$/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).format(0) !== '';
  } catch {
    return false;
  }
}

export function isEvery(text: string): boolean {
  return text === 'update_every' || isDuration(text);
}

/** What an approval can be of. */
export function isApprovable(text: string): boolean {
  if (text === 'sorry_page') return true;
  const match = /^(?:messages|flows)\.(.+)$/s.exec(text);
  return match !== null && isId(match[1] ?? '');
}

export function isHash(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

/** `fact op value`, one comparison. */
export function isExpression(text: string): boolean {
  const match = /^([^\s=!<>]+)\s*(?:!=|[<>]=|[=<>])([^=<>]+)$/.exec(text.trim());
  return match !== null && isId(match[1] ?? '') && match[2]?.trim() !== '';
}

const formulaToken = /\s*(?:(\d+(?:\.\d+)?(?![\p{L}_]))|(\p{L}[\p{L}\p{M}\p{N}_-]*)|(\()|(\)))|(\s+[+*/-](?=\s))/uy;

/** Numbers and names joined by `+ - * /`, with spaces around the signs, and parentheses that match. */
export function isFormula(text: string): boolean {
  const source = text.trimEnd();
  let depth = 0;
  let wantsOperand = true;
  formulaToken.lastIndex = 0;
  for (let at = 0; at < source.length; at = formulaToken.lastIndex) {
    formulaToken.lastIndex = at;
    const match = formulaToken.exec(source);
    if (match === null) return false;
    const [, amount, name, open, close] = match;
    if (open !== undefined) {
      if (!wantsOperand) return false;
      depth++;
    } else if (close !== undefined) {
      if (wantsOperand || --depth < 0) return false;
    } else {
      const isOperand = amount !== undefined || name !== undefined;
      if (isOperand !== wantsOperand) return false;
      wantsOperand = !isOperand;
    }
  }
  return depth === 0 && !wantsOperand;
}

/** By the names that the schema uses. */
export const formats = {
  amount: isAmount,
  approvable: isApprovable,
  date: isDate,
  datetime: isDatetime,
  duration: isDuration,
  every: isEvery,
  expression: isExpression,
  formula: isFormula,
  hash: isHash,
  id: isId,
  locale: isLocale,
  percent: isPercent,
  reach: isReach,
  timezone: isTimezone,
  url: isUrl,
} as const satisfies Readonly<Record<string, (text: string) => boolean>>;
export type FormatName = keyof typeof formats;
