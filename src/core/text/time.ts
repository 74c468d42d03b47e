const day = 24 * 60 * 60 * 1000;

/**
 * Milliseconds since 1970 of a date (its start) or a date-time, as the language writes them; without an offset in the
 * given IANA time zone. Undefined where it is neither, or no real day.
 */
export function toInstant(text: string, timezone: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, dayOfMonth, hour = '0', minute = '0', second = '0', offset] = match;
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(dayOfMonth),
    Number(hour),
    Number(minute),
    Number(second),
  );
  if (new Date(local).getUTCDate() !== Number(dayOfMonth) || new Date(local).getUTCMonth() !== Number(month) - 1)
    return undefined;
  if (offset === 'Z') return local;
  if (offset !== undefined)
    return local - Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))) * 60_000;
  // The zone's offset is not the same everywhere; asking twice settles it on the days when clocks change.
  const first = local - offsetAt(local, timezone);
  return local - offsetAt(first, timezone);
}

export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text.trim());
}

/** A date has passed when the next day begins; a date-time at once. */
export function hasPassed(text: string, timezone: string, now: number): boolean {
  // No zone is a day away from UTC: what is further off needs no zone.
  const rough = toInstant(text, 'UTC');
  if (rough !== undefined && Math.abs(rough - now) > 3 * day) return rough < now;
  const instant = toInstant(text, timezone);
  if (instant === undefined) return false;
  if (!isDate(text)) return instant <= now;
  // A day is 23 to 25 hours long: the start of the day in which the next noon lies.
  const next = new Date(Date.parse(`${text.trim()}T00:00Z`) + day).toISOString().slice(0, 10);
  return (toInstant(next, timezone) ?? Number.POSITIVE_INFINITY) <= now;
}

/** The date in the given IANA time zone, as the language writes it. */
export function toDate(instant: number, timezone: string): string {
  return new Date(instant + offsetAt(instant, timezone)).toISOString().slice(0, 10);
}

/** Milliseconds to add to UTC; 0 for a zone that nobody knows. */
function offsetAt(instant: number, timezone: string): number {
  if (timezone === 'UTC') return 0;
  if (timezone === 'Asia/Tokyo') return 9 * 60 * 60 * 1000;
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(instant);
    const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
    const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
    return local - Math.floor(instant / 1000) * 1000;
  } catch {
    return 0;
  }
}
