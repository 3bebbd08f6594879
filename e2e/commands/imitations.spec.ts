import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkContent } from '@/lib/checks/check-content';
import { buildIndex } from '@/lib/content/build-index';
import { readContent } from '@/lib/content/read';
import { expect, test } from '../site';
import { findMissing, renderPage } from '../words/find-lost-words';
import { listSourceWords } from '../words/list-source-words';

/**
 * Each folder of `e2e/imitations` has posts as authors of another engine write them, and `expected.txt` says what a check says
 * about them. `UPDATE=1` writes the files anew.
 */
const FOLDER = path.resolve('e2e/imitations');
const ENGINES = readdirSync(FOLDER);

const loadEngine = (engine: string) =>
  buildIndex(readContent(path.join(FOLDER, engine)), '2026-01-01', 'public');

for (const engine of ENGINES) {
  test(`posts of ${engine}: a check says what is shown or read otherwise, and nothing more`, async () => {
    const problems = await checkContent(loadEngine(engine));
    const found = problems.map(
      ({ file, line, severity, message }) => `${file}:${line} ${severity}: ${message}\n`,
    );
    const expected = path.join(FOLDER, engine, 'expected.txt');
    if (process.env.UPDATE) writeFileSync(expected, found.join(''));
    expect(found.join('')).toBe(readFileSync(expected, 'utf8'));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test(`posts of ${engine}: every word is on the page`, async () => {
    const index = loadEngine(engine);
    const { root } = index;
    const files = readContent(root).posts;
    expect(index.posts.map(({ file }) => file).sort()).toEqual(files.map(({ file }) => file).sort());
    const lost = await Promise.all(
      index.posts.map(async (post) => {
        const { words, notes } = listSourceWords(readFileSync(path.join(root, post.file), 'utf8'));
        expect(words.length, post.file).toBeGreaterThan(8);
        const shown = await renderPage(post, index);
        const missing = [...findMissing(words, shown), ...notes.filter((word) => !shown.includes(word))];
        return missing.map((word) => `${post.file}: ${word}`);
      }),
    );
    expect(lost.flat()).toEqual([]);
  });
}

test('there are more than fifty of them', () => {
  const posts = ENGINES.flatMap((engine) => readContent(path.join(FOLDER, engine)).posts);
  expect(ENGINES.length).toBe(12);
  expect(posts.length).toBeGreaterThan(50);
});
