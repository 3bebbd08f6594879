/**
 * A day, and perhaps a time, as other engines write them: `2016-06-16 0:00:00 +0200`, with the name of the zone behind that, as Go
 * does, and `2016/6/1`. The year is first.
 */
const NUMERIC =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?|([+-]\d{4})\s+[A-Z]{3,5}))?$/i;

/** Eight digits, or the characters for year, month and day in Chinese and Japanese. */
const OTHERWISE = /^(\d{4})(?:(\d{2})(\d{2})|年\s*(\d{1,2})月\s*(\d{1,2})日)$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day with the English name of its month: `15 March 2024`, `Mar 15, 2024`. */
const NAMED = /^(?:(\d{1,2})\s+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})),?\s+(\d{4})$/i;

/** As mails and JavaScript write it: `Tue, 07 Mar 2023 09:12:44 +0000`, `Tue Mar 07 2023 09:12:44 GMT+0000 (UTC)`. */
const STAMP =
  /^(?:[a-z]{3},?\s+)?(\d{1,2}\s+[a-z]{3}|[a-z]{3}\s+\d{1,2})\s+(\d{4})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*(?:(?:GMT|UTC)?([+-]\d{4})|GMT|UTC|Z)(?:\s+\([^()]*\))?$/i;

/**
 * The ISO form of a date that can be read in one way only, as other engines write it; any other text as it is. A time
 * without an offset stays without one: it is that of the blog's time zone.
 */
export function toIsoDate(text: string): string {
  const [, year, , month = '', day = '', hour, minute, second, zone, named] = NUMERIC.exec(text) ?? [];
  if (year === undefined) return toPlainDate(text) ?? toNamedDate(text) ?? toStampedDate(text) ?? text;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (hour === undefined) return date;
  return `${date}T${pad(hour)}:${minute}${second === undefined ? '' : `:${second}`}${toOffset(zone ?? named)}`;
}

function toPlainDate(text: string): string | undefined {
  const [, year, ...parts] = OTHERWISE.exec(text) ?? [];
  const [month = '', day = ''] = parts.filter((part) => part !== undefined);
  return year && `${year}-${pad(month)}-${pad(day)}`;
}

function toNamedDate(text: string): string | undefined {
  const [, dayFirst, monthSecond, monthFirst, daySecond, year] = NAMED.exec(text) ?? [];
  const name = (monthSecond ?? monthFirst ?? '').toLowerCase();
  const month = MONTHS.indexOf(name.slice(0, 3));
  if (year === undefined || month === -1 || !isMonthName(name, month)) return undefined;
  return `${year}-${pad(String(month + 1))}-${pad(dayFirst ?? daySecond ?? '')}`;
}

function toStampedDate(text: string): string | undefined {
  const [, day, year, time = '', zone = 'Z'] = STAMP.exec(text) ?? [];
  const date = year && toNamedDate(`${day} ${year}`);
  return date && toIsoDate(`${date} ${time}${zone}`);
}

function isMonthName(name: string, month: number): boolean {
  const format = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
  const whole = format.format(new Date(Date.UTC(2000, month, 1))).toLowerCase();
  return name === whole || name === whole.slice(0, 3) || (name === 'sept' && month === 8);
}

function toOffset(zone: string | undefined): string {
  if (zone === undefined) return '';
  const [, hours, minutes = '00'] = /^([+-]\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return hours === undefined ? 'Z' : `${hours}:${minutes}`;
}

function pad(number: string): string {
  return number.padStart(2, '0');
}
