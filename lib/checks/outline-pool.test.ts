import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { outlineText, type Text } from '../markdown/compile/compile';
import { outlineTexts } from './outline-pool';
import { listTexts } from './review';

test('threads find in every text what one thread finds, each in its place', async () => {
  const fixtures = readdirSync('lib/checks/fixtures').map((name) => path.join('lib/checks/fixtures', name));
  const texts = ['content', 'e2e/content', ...fixtures].flatMap(listAll);
  const expected = await Promise.all(texts.map(outlineText));
  expect(expected.some(({ problems }) => problems.length > 0)).toBe(true);
  expect(await outlineTexts([...texts, ...texts])).toEqual([...expected, ...expected]);
});

function listAll(folder: string): Text[] {
  const index = buildIndex(readContent(path.resolve(folder)), '2026-11-22', 'author');
  return listTexts(index).map(({ format, title, body, bodyLine }) => ({ format, title, body, bodyLine }));
}
