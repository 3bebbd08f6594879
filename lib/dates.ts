/**
 * Calendar dates. A post's date is the day its author wrote down, kept as text (`2024-03-15`, or an ISO 8601 date
 * and time, in the blog's time zone where it has no offset). It never becomes an instant on its way to a reader, so no time zone can move it.
 */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

/** True for a real day written `YYYY-MM-DD`, or a date and time, with an offset or without; false for `2024-02-31`. */
export function isIsoDate(text: string): boolean {
  const match = ISO.exec(text);
  return match !== null && isRealDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day (`YYYY-MM-DD`) an ISO date was written for, as its author wrote it. */
export function dayOf(date: string): string {
  return date.slice(0, 10);
}

/** The year of an ISO date, as text. */
export function yearOf(date: string): string {
  return date.slice(0, 4);
}

/** Today's day (`YYYY-MM-DD`) in an IANA time zone. */
export function todayIn(timeZone: string, now: Date): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return format.format(now);
}

/** A day in words, in the language asked for: `15 March 2024`. English is day first. */
export function formatDay(date: string, language: string): string {
  return format(date, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A day without its year, short: `15 Mar`. */
export function formatShortDay(date: string, language: string): string {
  return format(date, language, { day: 'numeric', month: 'short' });
}

/** The year of an ISO date, or a year, in the digits of a language; the calendar is the Gregorian one everywhere. */
export function formatYear(date: string, language: string): string {
  return new Intl.NumberFormat(language, { useGrouping: false }).format(Number(yearOf(date)));
}

/** Newest first; within one day a time of day counts, and a date without one comes first in its day. */
export function compareNewestFirst(a: string, b: string): number {
  const [dayA, dayB] = [dayOf(a), dayOf(b)];
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return instantOf(b, 'UTC') - instantOf(a, 'UTC');
}

/**
 * Milliseconds since 1970 of an ISO date. A date without a time counts from midnight in the time zone given, a time
 * without an offset is one of that zone.
 */
export function instantOf(date: string, timeZone: string): number {
  return hasOffset(date) ? Date.parse(date) : Date.parse(`${toTime(date)}Z`) - offsetAtLocal(date, timeZone);
}

/** RFC 3339, for feeds and metadata: the day stays the one written, with the site's offset. */
export function toRfc3339(date: string, timeZone: string): string {
  if (!hasOffset(date)) return `${toTime(date)}${formatOffset(offsetAtLocal(date, timeZone))}`;
  // Seconds may be left out in ISO 8601, but not here.
  return date.replace(/(T\d{2}:\d{2})(?=Z|[+-])/, '$1:00');
}

/** RFC 822 as RSS 2.0 wants it: `Fri, 15 Mar 2024 00:00:00 +0000`. */
export function toRfc822(date: string, timeZone: string): string {
  const full = toRfc3339(date, timeZone);
  const time = /T(\d{2}:\d{2})(:\d{2})?/.exec(full);
  const offset = full.endsWith('Z') ? '+0000' : full.slice(-6).replace(':', '');
  const day = new Date(`${dayOf(date)}T00:00:00Z`).toUTCString().slice(0, 16);
  return `${day} ${time?.[1] ?? '00:00'}${time?.[2] ?? ':00'} ${offset}`;
}

/** A day some days later (or earlier): `addDays('2024-02-28', 2)` is `2024-03-01`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${dayOf(to)}T00:00:00Z`) - Date.parse(`${dayOf(from)}T00:00:00Z`)) / 86_400_000,
  );
}

function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function format(date: string, language: string, options: Intl.DateTimeFormatOptions): string {
  // "en" alone would put the month first; the site's English is day first.
  const locale = language === 'en' ? 'en-GB' : language;
  return getFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' }).format(
    new Date(`${dayOf(date)}T00:00:00Z`),
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does, and a large archive has thousands of dates. */
function getFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

function hasOffset(date: string): boolean {
  return /T.*(Z|[+-]\d{2}:\d{2})$/.test(date);
}

/** A date without an offset with its time in full: midnight where it has none. */
function toTime(date: string): string {
  if (date.length === 10) return `${date}T00:00:00`;
  return date.replace(/(T\d{2}:\d{2})$/, '$1:00');
}

/** The offset at a local time, or at the beginning of a day: a zone may change it in the course of that day. */
function offsetAtLocal(date: string, timeZone: string): number {
  const utc = Date.parse(`${toTime(date)}Z`);
  return offsetAt(utc - offsetAt(utc, timeZone), timeZone);
}

function offsetAt(utc: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const parts = getFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(utc);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -1 : 1) * minutes * 60_000;
}

function formatOffset(milliseconds: number): string {
  const minutes = Math.abs(milliseconds) / 60_000;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${milliseconds < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
