import { expect, test } from 'playwright/test';
import { type Place, placeAt } from '../../content/problems';
import { findOpenBrace } from './open-brace';

function findIn(source: string): Place | undefined {
  return findOpenBrace(source, placeAt(source, source.length));
}

test('the brace that is never closed is found, not those that are', () => {
  expect(findIn('a {1} b {2')).toEqual({ line: 1, column: 9 });
  expect(findIn('{a: {b}\n\nmore {c}')).toEqual({ line: 1, column: 1 });
  expect(findIn('a {b} c')).toBeUndefined();
});

test('braces in code, and escaped ones, are text', () => {
  expect(findIn('`{` \\{ x {y')).toEqual({ line: 1, column: 10 });
  expect(findIn('```js\nif (a) {\n```\n\nx {y')).toEqual({ line: 5, column: 3 });
  expect(findIn('~~~\n{\n~~~\n``a { ` b``\n')).toBeUndefined();
});

test('what stands behind the place of the error does not count', () => {
  expect(findOpenBrace('a {b\n}', { line: 1, column: 5 })).toEqual({ line: 1, column: 3 });
});
