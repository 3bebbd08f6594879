import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { expectEqual } from '../../../scripts/expect-equal';
import { keepEnvironment } from '../../../scripts/keep-environment';
import { emptyProcessCaches } from '../../cache/process-cache';
import { buildIndex } from '../../content/build-index';
import type { ContentIndex } from '../../content/content-index';
import { readContent } from '../../content/read';
import { getSearchIndex } from './search-index';

keepEnvironment();

const COUNT = 120;
const WORDS =
  'parser token cache query index schema worker thread buffer stream render module import closure promise'.split(
    ' ',
  );

/** In one worker: what is compiled for one test serves the other. */
test.describe.configure({ mode: 'default' });

let root: string;

test.beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'search-index-'));
  mkdirSync(path.join(root, 'posts'));
  for (let number = 0; number < COUNT; number++) writeFileSync(toFile(number), toPost(number));
  writeFileSync(path.join(root, 'tags.yml'), 'one: { label: One }\ntwo: { label: Two }\n');
});

test.afterAll(() => {
  rmSync(root, { recursive: true });
});

function toFile(number: number): string {
  return path.join(root, 'posts', `post-${number}.md`);
}

function toPost(number: number, title = `Post ${number}`): string {
  const day = String((number % 28) + 1).padStart(2, '0');
  const paragraphs = Array.from({ length: 40 }, (_, at) => {
    const words = Array.from({ length: 20 }, (_, word) => WORDS[(number * 7 + at * word) % WORDS.length]);
    return `${at % 10 === 0 ? `## Part ${at}\n\n` : ''}${words.join(' ')} unique${number}x${at}.\n`;
  });
  const tag = number % 2 ? 'one' : 'two';
  return `---\ntitle: ${title}\ndate: 2024-03-${day}\ndescription: About ${number}.\ntags: [${tag}]\n---\n\n${paragraphs.join('\n')}`;
}

function load(): ContentIndex {
  return buildIndex(readContent(root), '2025-01-01', 'public');
}

/** As a process finds it that has just started, from a cache that earlier ones used or from one of its own. */
async function build(cache: string): Promise<ReadonlyMap<string, Buffer>> {
  emptyProcessCaches();
  process.env.CACHE_DIR = path.join(root, cache);
  return getSearchIndex(load());
}

test('after each edit the index equals a clean one byte for byte, and most of its pieces keep their names', async () => {
  const changes: Readonly<Record<string, () => void>> = {
    nothing: () => undefined,
    'an edited body': () => appendFileSync(toFile(60), '\nA sentence about zymurgy.\n'),
    'a longer body': () => appendFileSync(toFile(20), `\n${'grown '.repeat(4000)}\n`),
    'another title': () => writeFileSync(toFile(61), toPost(61, 'Renamed')),
    'another label': () =>
      writeFileSync(path.join(root, 'tags.yml'), 'one: { label: Uno }\ntwo: { label: Two }\n'),
    'a new post': () => writeFileSync(toFile(COUNT), toPost(COUNT)),
    'a deleted post': () => rmSync(toFile(5)),
  };
  let before = await build('kept');
  expect(before.size).toBeGreaterThan(20);
  for (const [name, change] of Object.entries(changes)) {
    change();
    const after = await build('kept');
    // Compiling is not what is compared.
    cpSync(path.join(root, 'kept', 'bodies'), path.join(root, `clean after ${name}`, 'bodies'), {
      recursive: true,
    });
    expectEqual([...after], [...(await build(`clean after ${name}`))], name);
    const isNew = ([piece]: [string, Buffer]) => !before.has(piece);
    const texts = [...after].filter(([piece]) => piece.endsWith('-texts'));
    if (name === 'nothing') expect([...after].filter(isNew)).toEqual([]);
    if (name === 'an edited body') expect(texts.filter(isNew)).toHaveLength(1);
    if (name === 'a deleted post') expect(texts.filter(isNew).length).toBeLessThan(4);
    before = after;
  }
});

test('a sentence changes the pieces with its words, and no others', async () => {
  const before = await build('kept');
  appendFileSync(toFile(30), '\nA sentence about quokkas.\n');
  const after = await build('kept');
  const added = [...after.keys()].filter((piece) => !before.has(piece));
  // The piece of the post, those of at most four words, the list of words; the manifest has one name for ever.
  expect(added.filter((piece) => piece.endsWith('-texts'))).toHaveLength(1);
  expect(added.length).toBeLessThanOrEqual(6);
});
