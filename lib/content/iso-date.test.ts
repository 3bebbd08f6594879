import { expect, test } from 'playwright/test';
import { isIsoDate } from '../dates';
import { toIsoDate } from './iso-date';

const READ: Readonly<Record<string, string>> = {
  '2024-03-15': '2024-03-15',
  '2016-6-1': '2016-06-01',
  '2024/03/15': '2024-03-15',
  '2016-06-16 0:00:00': '2016-06-16T00:00:00',
  '2016-06-16 07:30': '2016-06-16T07:30',
  '2016-06-16 07:30:01 +0200': '2016-06-16T07:30:01+02:00',
  '2016-06-16 07:30:01 +02': '2016-06-16T07:30:01+02:00',
  '2016-06-16T07:30:01.123Z': '2016-06-16T07:30:01Z',
  '2016-06-16 07:30 UTC': '2016-06-16T07:30Z',
  '2016-06-16T07:30:01-0530': '2016-06-16T07:30:01-05:30',
  '2016-06-16 07:30:01.5 -0700 PDT': '2016-06-16T07:30:01-07:00',
  '20160616': '2016-06-16',
  '2016年6月16日': '2016-06-16',
  'Jul 08 2022': '2022-07-08',
  '15 March 2024': '2024-03-15',
  'Sept. 3, 2021': '2021-09-03',
  'Tue Mar 07 2023 09:12:44 GMT+0000 (Coordinated Universal Time)': '2023-03-07T09:12:44+00:00',
  'Tue, 7 Mar 2023 09:12:44 GMT': '2023-03-07T09:12:44Z',
};

for (const [written, date] of Object.entries(READ)) {
  test(`"${written}" is ${date}`, () => {
    expect(toIsoDate(written)).toBe(date);
    expect(isIsoDate(date)).toBe(true);
  });
}

test('what can be read in two ways, or in none, stays as it is and is no date', () => {
  const others = [
    '15-03-2024',
    '03/04/2024',
    '2024-03/15',
    'Marvel 3, 2024',
    'May',
    '2024-02-31',
    '2024-01-02 10:00 PST',
    '1:30',
    '',
  ];
  for (const text of others) {
    expect(toIsoDate(text)).toBe(text);
    expect(isIsoDate(text)).toBe(false);
  }
});
