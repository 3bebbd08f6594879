import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import {
  addDays,
  compareNewestFirst,
  dayOf,
  daysBetween,
  formatDay,
  formatShortDay,
  instantOf,
  isIsoDate,
  todayIn,
  toRfc822,
  toRfc3339,
  yearOf,
} from './dates';

test('real days are dates, with or without a time and its offset', () => {
  for (const date of [
    '2024-03-15',
    '2024-02-29',
    '2000-02-29',
    '0001-01-01',
    '9999-12-31',
    '2024-03-15T09:00Z',
    '2024-03-15T23:59:59.123+14:00',
    '2024-03-15T00:00:00-11:30',
  ]) {
    expect(isIsoDate(date), date).toBe(true);
  }
});

test('days that no calendar has, and other ways to write a day, are no dates', () => {
  for (const date of [
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-00-10',
    '2024-13-01',
    '2024-01-00',
    '2024-3-5',
    '24-03-15',
    '2024/03/15',
    '15.03.2024',
    '2024-03-15 09:00',
    '2024-03-15T24:00Z',
    '2024-03-15T09:60Z',
    '2024-03-15T09:00:00+0100',
    '2024-03-15T09:00:00+15:00',
    ' 2024-03-15',
    '2024-03-15\n',
    '',
  ]) {
    expect(isIsoDate(date), date).toBe(false);
  }
});

test('the day is the one that was written, whatever the offset', () => {
  expect(dayOf('2024-03-15T23:30:00-11:00')).toBe('2024-03-15');
  expect(formatDay('2024-03-15T23:30:00-11:00', 'en')).toBe('15 March 2024');
  expect(toRfc822('2024-03-15T23:30:00-11:00', 'UTC')).toBe('Fri, 15 Mar 2024 23:30:00 -1100');
  expect(yearOf('2024-12-31T23:30:00-11:00')).toBe('2024');
});

test('a day in words follows the language', () => {
  expect(formatDay('2024-03-15', 'en')).toBe('15 March 2024');
  expect(formatDay('2024-03-15', 'en-US')).toBe('March 15, 2024');
  expect(formatDay('2024-03-15', 'de')).toBe('15. März 2024');
  expect(formatDay('2024-03-15', 'ja')).toBe('2024年3月15日');
  expect(formatShortDay('2024-03-15', 'en')).toBe('15 Mar');
});

const PRINT = `
  import { formatDay, formatShortDay, toRfc822, toRfc3339, addDays, todayIn, isIsoDate, compareNewestFirst } from './lib/dates.ts';
  const days = ['2024-03-15', '2024-01-01', '2024-12-31', '2024-03-10', '2024-03-31', '2024-04-07', '2024-09-29'];
  console.log(JSON.stringify(days.map((day) => [
    formatDay(day, 'en'), formatShortDay(day, 'en'), toRfc822(day, 'Europe/London'), toRfc3339(day, 'Europe/London'),
    addDays(day, 1), isIsoDate(day), compareNewestFirst(day, '2024-03-15'),
    todayIn('Europe/London', new Date(day + 'T00:30:00Z')),
  ])));
`;

function printIn(timeZone: string): string {
  return execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PRINT], {
    cwd: path.join(import.meta.dirname, '..'),
    env: { ...process.env, TZ: timeZone },
    encoding: 'utf8',
  });
}

test('the time zone of the machine moves no day', () => {
  const inUtc = printIn('UTC');
  expect(inUtc).toContain('15 March 2024');
  expect(printIn('America/Los_Angeles')).toBe(inUtc);
  expect(printIn('Pacific/Auckland')).toBe(inUtc);
});

test('feeds and metadata keep the day, in every zone and on the days when clocks change', () => {
  for (const zone of [
    'America/Los_Angeles',
    'UTC',
    'Pacific/Auckland',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
  ]) {
    for (const day of ['2024-03-10', '2024-03-15', '2024-04-07', '2024-09-29', '2024-11-03']) {
      expect(toRfc3339(day, zone)).toMatch(new RegExp(`^${day}T00:00:00[+-]\\d{2}:\\d{2}$`));
      expect(toRfc822(day, zone)).toContain(`${day.slice(8)} `);
      expect(todayIn(zone, new Date(instantOf(day, zone)))).toBe(day);
      expect(Date.parse(toRfc3339(day, zone))).toBe(instantOf(day, zone));
      expect(Date.parse(toRfc822(day, zone))).toBe(instantOf(day, zone));
    }
  }
});

test('midnight has the offset of midnight, also where the clock changes later that day', () => {
  expect(toRfc3339('2024-04-07', 'Pacific/Auckland')).toBe('2024-04-07T00:00:00+13:00');
  expect(toRfc3339('2024-03-10', 'America/Los_Angeles')).toBe('2024-03-10T00:00:00-08:00');
});

test('a time keeps its offset and gets its seconds', () => {
  expect(toRfc3339('2024-03-15T09:00+01:00', 'UTC')).toBe('2024-03-15T09:00:00+01:00');
  expect(toRfc3339('2024-03-15T09:00Z', 'UTC')).toBe('2024-03-15T09:00:00Z');
  expect(toRfc3339('2024-03-15T09:00:30.5Z', 'UTC')).toBe('2024-03-15T09:00:30.5Z');
  expect(toRfc822('2024-03-15T09:00Z', 'UTC')).toBe('Fri, 15 Mar 2024 09:00:00 +0000');
});

test('today changes at midnight of the zone asked for', () => {
  expect(todayIn('UTC', new Date('2024-03-15T23:59:59Z'))).toBe('2024-03-15');
  expect(todayIn('UTC', new Date('2024-03-16T00:00:00Z'))).toBe('2024-03-16');
  expect(todayIn('Pacific/Auckland', new Date('2024-03-15T10:59:59Z'))).toBe('2024-03-15');
  expect(todayIn('Pacific/Auckland', new Date('2024-03-15T11:00:00Z'))).toBe('2024-03-16');
  expect(todayIn('America/Los_Angeles', new Date('2024-03-15T06:59:59Z'))).toBe('2024-03-14');
  expect(todayIn('America/Los_Angeles', new Date('2024-03-15T07:00:00Z'))).toBe('2024-03-15');
});

test('newest first: the day as written counts, then the time', () => {
  const dates = [
    '2024-03-15',
    '2024-03-16T00:30:00+14:00',
    '2023-12-31',
    '2024-03-15T08:00:00Z',
    '2024-03-15T23:00:00Z',
  ];
  expect([...dates].sort(compareNewestFirst)).toEqual([
    '2024-03-16T00:30:00+14:00',
    '2024-03-15T23:00:00Z',
    '2024-03-15T08:00:00Z',
    '2024-03-15',
    '2023-12-31',
  ]);
});

test('days are counted across months, leap days and changes of the clock', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(daysBetween('2024-03-01', '2024-04-01')).toBe(31);
  expect(daysBetween('2024-03-02T23:00:00Z', '2024-03-01')).toBe(-1);
});
