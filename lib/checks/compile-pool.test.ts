import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { expectEqual } from '../../scripts/expect-equal';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { compileText, outlineText, type Text } from '../markdown/compile/compile';
import { compileTexts } from './compile-pool';
import { listDocuments } from './list-documents';

test('threads find in every text what one thread finds, each in its place', async () => {
  const fixtures = readdirSync('lib/checks/fixtures').map((name) => path.join('lib/checks/fixtures', name));
  const texts = ['content', 'e2e/content', ...fixtures].flatMap(listAll);
  const expected = await Promise.all(texts.map(outlineText));
  expect(expected.some(({ problems }) => problems.length > 0)).toBe(true);
  // Fewer are outlined without threads.
  expect(texts.length).toBeGreaterThanOrEqual(160);
  expectEqual(await compileTexts(texts, 'outline'), expected);
  const some = listAll('e2e/content');
  const many = Array.from({ length: Math.ceil(80 / some.length) }, () => some).flat();
  const compiled = await Promise.all(some.map(compileText));
  expectEqual(
    await compileTexts(many, 'code'),
    many.map((_, index) => compiled[index % some.length]),
  );
});

function listAll(folder: string): Text[] {
  const index = buildIndex(readContent(path.resolve(folder)), '2026-11-22', 'author');
  return listDocuments(index).map(({ format, title, body, bodyLine }) => ({ format, title, body, bodyLine }));
}
