import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { buildSearchIndex } from './build/build-search-index';
import { readSections } from './build/sections';
import { openFinder } from './finder';
import { listInflections, toStem } from './stem';
import { tokenize } from './tokens';

const TODAY = '2026-01-01';
const BEGINNING = 4;

for (const folder of ['content', 'e2e/content', 'lib/search/fixtures/blog']) {
  test(`every word of ${folder} finds each post that has it, whole and by its beginning`, async () => {
    const { posts, finder } = await open(folder);
    const postsByWord = new Map<string, Set<number>>();
    posts.forEach((words, post) => {
      for (const word of words) {
        const beginning = [...word].slice(0, BEGINNING).join('');
        for (const query of [word, beginning])
          postsByWord.set(query, (postsByWord.get(query) ?? new Set()).add(post));
      }
    });
    const missing: string[] = [];
    for (const [text, expected] of postsByWord) {
      const found = new Set((await finder.find({ text })).hits.map(({ post }) => post));
      if (![...expected].every((post) => found.has(post))) missing.push(text);
    }
    expect(postsByWord.size).toBeGreaterThan(200);
    expect(missing).toEqual([]);
    const terms = new Set(posts.flatMap((words) => words.flatMap(tokenize)).map(({ term }) => term));
    const isInflection = (term: string) =>
      toStem(term) === term || listInflections(toStem(term)).includes(term);
    expect([...terms].filter((term) => !isInflection(term))).toEqual([]);
  });
}

/** The words of each post, as its readers see and type them, and the finder of all. */
async function open(folder: string) {
  const index = buildIndex(readContent(folder), TODAY, 'public');
  const posts = await Promise.all(
    index.posts.map(async (post) => {
      const sections = await readSections(post, index);
      const texts = [post.title, post.description, ...post.tags.map(({ label }) => label)];
      for (const { heading, lines } of sections) texts.push(heading, ...lines);
      const words = texts.flatMap((text) => tokenize(text).map(({ from, to }) => text.slice(from, to)));
      return [...new Set(words.map((word) => word.normalize('NFC')))];
    }),
  );
  const pieces = await buildSearchIndex(index);
  const finder = await openFinder(async (name) => new Uint8Array(inflateRawSync(pieces.get(name) ?? '')));
  return { posts, finder };
}
