import type { Playbook, Stage } from '../model/playbook';
import { isDate, toInstant } from '../text/time';

const minute = 60_000;

/** The moment at which a sample incident begins, where the author gives no sample of its start. */
const usualStart = Date.UTC(2026, 11, 26, 10, 0);
const usualFirstNotice = 5 * minute;

/** `12月26日 10:05` or `26 Dec, 10:05`; `instant` is a local time, counted as if it were UTC. */
export function showTime(instant: number, locale: string): string {
  return `${showDay(instant, locale)}${isKanjiLocale(locale) ? '' : ','} ${showClock(instant)}`;
}

export const showClock = (instant: number) => new Date(instant).toISOString().slice(11, 16);

export function showDay(instant: number, locale: string): string {
  const date = new Date(instant);
  if (isKanjiLocale(locale)) return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}`;
}

/** With its weekday and year, where a day is looked forward to: `2026年11月27日(金) 20:00`, `Fri 27 Nov 2026, 20:00`. */
export function showMoment(text: string, locale: string, timezone: string): string {
  const local = toLocal(text.trim(), timezone);
  if (local === undefined) return text;
  const date = new Date(local);
  const kanji = isKanjiLocale(locale);
  const weekday = (kanji ? [...'日月火水木金土'] : weekdays)[date.getUTCDay()] ?? '';
  const day = kanji
    ? `${date.getUTCFullYear()}年${showDay(local, locale)}(${weekday})`
    : `${weekday} ${showDay(local, locale)} ${date.getUTCFullYear()}`;
  return isDate(text.trim()) ? day : `${day}${kanji ? '' : ','} ${showClock(local)}`;
}

const weekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export const isKanjiLocale = (locale: string) => /^(?:ja|zh)\b/i.test(locale);

/** A date or a time as an author writes it, in the way that messages show it; other text as it is. */
export function asShown(text: string, locale: string, timezone: string): string {
  const local = toLocal(text.trim(), timezone);
  if (local === undefined) return text;
  return isDate(text) ? showDay(local, locale) : showTime(local, locale);
}

/** What a clock in the time zone shows, counted as if it were UTC. */
function toLocal(text: string, timezone: string): number | undefined {
  if (isDate(text)) return toInstant(text, 'UTC');
  const instant = toInstant(text, timezone);
  if (instant === undefined) return undefined;
  const sameDigits = toInstant(new Date(instant).toISOString().slice(0, 19), timezone) ?? instant;
  return instant + (instant - sameDigits);
}

/** When the trouble of the samples began. */
function sampleStart(playbook: Playbook): number | undefined {
  for (const { core, sample } of playbook.checklist.values())
    if (core?.value === 'start' && sample !== undefined) return readTime(sample.value.trim(), playbook.timezone);
  return undefined;
}

function readTime(text: string, timezone: string): number | undefined {
  const kanji = /^(\d{1,2})月(\d{1,2})日\s*(\d{1,2}):(\d\d)$/.exec(text);
  if (kanji !== null) return Date.UTC(2026, Number(kanji[1]) - 1, Number(kanji[2]), Number(kanji[3]), Number(kanji[4]));
  const latin = /^(\d{1,2}) ([A-Z][a-z]{2}),? (\d{1,2}):(\d\d)$/.exec(text);
  const month = months.indexOf(latin?.[2] ?? '');
  if (latin !== null && month >= 0) return Date.UTC(2026, month, Number(latin[1]), Number(latin[3]), Number(latin[4]));
  return toLocal(text, timezone);
}

/** Updates that have gone out before a message of the stage. */
const updatesBefore: Readonly<Record<Stage, number>> = {
  investigating: 0,
  identified: 1,
  monitoring: 2,
  resolved: 2,
  postmortem: 2,
  apology: 0,
};

/**
 * The built-in times of a sample day: what is said first is said as late as the worst announced class allows, what
 * follows one `update_every` after the other, so that the samples of one message agree with each other.
 */
export function sampleTimes(playbook: Playbook, stage: Stage | undefined) {
  const worst = [...playbook.severities.values()].find(({ announce }) => announce);
  const every = (worst?.updateEvery ?? 30 * 60) * 1000;
  const promised = worst?.firstNoticeWithin?.value;
  const start = sampleStart(playbook);
  const first = start === undefined || promised === undefined ? usualFirstNotice : promised * 1000;
  const posted = (start ?? usualStart) + first + updatesBefore[stage ?? 'investigating'] * every;
  const isDay = !Number.isNaN(new Date(posted + every).getTime());
  // Past what a date can hold, the usual day will do.
  return isDay
    ? { posted_at: posted, next_update_at: posted + every }
    : { posted_at: usualStart + usualFirstNotice, next_update_at: usualStart + usualFirstNotice };
}
