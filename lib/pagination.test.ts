import { expect, test } from 'playwright/test';
import { getListPage, listFurtherPages, parsePageNumber } from './pagination';

const list = ['a', 'b', 'c', 'd', 'e'];

test('a list is cut into pages and nothing is lost', () => {
  expect(getListPage(list, 1, 2)).toEqual({ items: ['a', 'b'], pages: 3 });
  expect(getListPage(list, 3, 2)).toEqual({ items: ['e'], pages: 3 });
  expect(getListPage(list, 1, 5)).toEqual({ items: list, pages: 1 });
  expect(listFurtherPages(5, 2)).toEqual([2, 3]);
  expect(listFurtherPages(4, 2)).toEqual([2]);
});

test('an empty list has one empty page', () => {
  expect(getListPage([], 1, 10)).toEqual({ items: [], pages: 1 });
  expect(listFurtherPages(0, 10)).toEqual([]);
});

test('there are no other pages', () => {
  for (const page of [0, -1, 4, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(getListPage(list, page, 2), String(page)).toBeUndefined();
  }
});

test('each page has one address', () => {
  expect(parsePageNumber('2')).toBe(2);
  expect(parsePageNumber('120')).toBe(120);
  for (const text of ['1', '0', '02', '2.0', '-2', '+2', '2e1', '', ' 2', '２', '9999999999']) {
    expect(parsePageNumber(text), text).toBeUndefined();
  }
});
