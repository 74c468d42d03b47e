import { nearest } from '../text/nearest';
import { formats, isDate, isDatetime, isFormula, misreadLanguages } from './formats';
import type { Shape } from './shape';

/** What was probably meant. */
export interface Repair {
  readonly text: string;
  /** It can mean nothing else. */
  readonly safe: boolean;
}

const sure = (text: string): Repair => ({ text, safe: true });
const perhaps = (text: string): Repair => ({ text, safe: false });

/** The value that a near miss stands for, as it is written in YAML; undefined where that can only be guessed. */
export function repairOf(shape: Shape, written: string): Repair | undefined {
  const text = written.normalize('NFKC').trim();
  if (text === '' || text.length > 200) return undefined;
  if (shape.const !== undefined) return text === String(shape.const) ? sure(text) : undefined;
  const values = shape.enum ?? shape.items?.enum;
  if (values !== undefined) return closest(text, values, shape['x-values'] ?? shape.items?.['x-values']);
  const type = shape['x-type']?.replace(/-list$/, '') ?? '';
  const repair = repairs[type];
  const format = formats[(shape.format ?? '') as keyof typeof formats];
  if (format !== undefined && text !== written && format(text)) return sure(text);
  return repair?.(text, shape);
}

function closest(text: string, values: readonly string[], notes: Shape['x-values']): Repair | undefined {
  const near = nearest(text, values);
  if (near !== undefined) return sure(near);
  const inJapanese = values.find((value) => notes?.[value]?.['x-ja'].title === text);
  return inJapanese === undefined ? undefined : sure(inJapanese);
}

const repairs: Readonly<Record<string, (text: string, shape: Shape) => Repair | undefined>> = {
  duration: (text, shape) => repairDuration(text) ?? closest(text, Object.keys(shape['x-values'] ?? {}), undefined),
  date: repairDate,
  datetime: repairDatetime,
  percent: repairPercent,
  amount: repairNumber,
  number: repairNumber,
  integer: repairNumber,
  boolean: repairBoolean,
  url: repairUrl,
  reach: repairUrl,
  locale: repairLocale,
  timezone: repairTimezone,
  expression: repairExpression,
  formula: repairFormula,
  approvable: (text) => {
    const fixed = text.replace(/^message[.:/]/, 'messages.').replace(/^flow[.:/]/, 'flows.');
    if (/^sorry[-\s]?page$/i.test(text)) return sure('sorry_page');
    return fixed !== text && formats.approvable(fixed) ? sure(fixed) : undefined;
  },
  id: (text) => {
    const fixed = text.replace(/[\s.:/]+/g, '-');
    return fixed !== text && formats.id(fixed) ? perhaps(fixed) : undefined;
  },
};

const units: readonly (readonly [RegExp, number])[] = [
  [/^(s|secs?|seconds?|秒間?)$/i, 1],
  [/^(m|mins?|minutes?|分間?)$/i, 60],
  [/^(h|hrs?|hours?|時間)$/i, 3600],
  [/^(d|days?|日間?)$/i, 86_400],
];

/** `15 minutes`, `15分`, `1時間30分`, `1.5h`. A number alone most likely means minutes. */
function repairDuration(text: string): Repair | undefined {
  if (/^\d{1,4}$/.test(text)) return perhaps(`${text}m`);
  if (!/^(\d+(\.\d+)?\s*[^\d\s.]+\s*)+$/u.test(text)) return undefined;
  let seconds = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)\s*([^\d\s.]+)/gu)) {
    const factor = units.find(([pattern]) => pattern.test(unit ?? ''))?.[1];
    if (factor === undefined) return undefined;
    seconds += Number(amount) * factor;
  }
  if (!Number.isInteger(seconds) || seconds > 1e9) return undefined;
  const unit = (['d', 'h', 'm'] as const).find((_, at) => seconds % ([86_400, 3600, 60][at] ?? 1) === 0) ?? 's';
  return sure(`${seconds / { s: 1, m: 60, h: 3600, d: 86_400 }[unit]}${unit}`);
}

/** `2026/11/4`, `2026年11月4日`. */
function repairDate(text: string): Repair | undefined {
  const match = /^(\d{4})[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?$/.exec(text);
  if (match === null) return undefined;
  const date = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  return isDate(date) ? sure(date) : undefined;
}

function repairDatetime(text: string): Repair | undefined {
  const match = /^(.+?)[T\s]+(\d{1,2})(?::|時)(\d{2})分?(:\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (match === null) return undefined;
  const [, day = '', hour = '', minute = '', second = '', offset = ''] = match;
  const date = isDate(day) ? day : repairDate(day)?.text;
  const shift = offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const datetime = `${date ?? ''}T${hour.padStart(2, '0')}:${minute}${second}${shift}`;
  return isDatetime(datetime) ? sure(datetime) : undefined;
}

function repairPercent(text: string): Repair | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(%|パーセント|percent)?$/i.exec(text);
  if (match === null || Number(match[1]) > 100) return undefined;
  // A bare 5 is most likely 5 %.
  return match[2] === undefined ? perhaps(`${match[1]}%`) : sure(`${match[1]}%`);
}

function repairNumber(text: string): Repair | undefined {
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  return /^\d+(\.\d+)?$/.test(plain) ? sure(plain.replace(/^0+(?=\d)/, '')) : undefined;
}

function repairBoolean(text: string): Repair | undefined {
  if (/^(true|yes|on|y|はい|1|○)$/i.test(text)) return sure('true');
  return /^(false|no|off|n|いいえ|0|×)$/i.test(text) ? sure('false') : undefined;
}

function repairUrl(text: string): Repair | undefined {
  if (/^[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}$/i.test(text)) return perhaps(`mailto:${text}`);
  if (/^\+?\d[\d()\s-]{6,}$/.test(text)) return perhaps(`tel:${text.replaceAll(/[\s()]/g, '')}`);
  return /^[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,}(\/\S*)?$/i.test(text) ? perhaps(`https://${text}`) : undefined;
}

function repairLocale(text: string): Repair | undefined {
  const [language = '', ...rest] = text.replaceAll('_', '-').split('-');
  const fixed = [misreadLanguages.get(language.toLowerCase()) ?? language, ...rest].join('-');
  return fixed !== text && formats.locale(fixed) ? sure(fixed) : undefined;
}

const zoneNames: ReadonlyMap<string, string> = new Map([
  ['jst', 'Asia/Tokyo'],
  ['japan', 'Asia/Tokyo'],
  ['東京', 'Asia/Tokyo'],
  ['日本', 'Asia/Tokyo'],
  ['日本時間', 'Asia/Tokyo'],
  ['gmt', 'UTC'],
  ['z', 'UTC'],
]);

function repairTimezone(text: string): Repair | undefined {
  const named = zoneNames.get(text.toLowerCase());
  if (named !== undefined) return sure(named);
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const city = text.toLowerCase().replaceAll(' ', '_');
  const near = zones.find((zone) => zone.toLowerCase().split('/').at(-1) === city) ?? nearest(text, zones);
  return near === undefined ? undefined : sure(near);
}

function repairExpression(text: string): Repair | undefined {
  const fixed = text
    .replaceAll('≥', '>=')
    .replaceAll('≤', '<=')
    .replaceAll('≧', '>=')
    .replaceAll('≦', '<=')
    .replaceAll('≠', '!=')
    .replace(/===?/, '=')
    .replace('=>', '>=')
    .replace('=<', '<=')
    .replace('<>', '!=');
  return formats.expression(fixed) ? sure(fixed) : undefined;
}

/** Spaces around the signs; a `-` may belong to a name and is left alone. */
function repairFormula(text: string): Repair | undefined {
  const fixed = text
    .replace(/\s*([*/+×÷])\s*/g, (_, sign: string) => ` ${{ '×': '*', '÷': '/' }[sign] ?? sign} `)
    .trim();
  return isFormula(fixed) ? sure(fixed) : undefined;
}
