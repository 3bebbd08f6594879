import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import { expectEqual } from '../../scripts/expect-equal';
import { keepEnvironment } from '../../scripts/keep-environment';
import { listCards } from '../cards/card-files';
import { renderCard } from '../cards/render-card';
import { readAnswers, writeAnswers } from '../checks/link-answers';
import { getOutlines } from '../checks/outline-cache';
import { buildIndex } from '../content/build-index';
import type { ContentIndex } from '../content/content-index';
import { keepYaml } from '../content/known-yaml';
import { readContent } from '../content/read';
import { getCompiled } from '../markdown/compile/compiled';
import { getMedia } from '../markdown/media/media';
import { getVariants, readVariant } from '../markdown/media/variants';
import { getSearchIndex } from '../search/build/search-index';
import { scaleCover, scalePicture } from '../serve/functions/scale-picture';
import { emptyProcessCaches } from './process-cache';

keepEnvironment();

const ROOT = path.join(import.meta.dirname, '..', '..');

let root: string;
let cache: string;

test.beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'every-entry-'));
  const posts = path.join(root, 'posts');
  mkdirSync(path.join(posts, 'first'), { recursive: true });
  for (const [name, body] of [
    ['first/index.md', '## One\n\nWords and `code`.\n'],
    ['second.mdx', '## Two\n\n```ts\nconst two = 2;\n```\n'],
  ] as const) {
    writeFileSync(
      path.join(posts, name),
      `---\ntitle: ${name}\ndate: 2024-01-01\ndescription: It.\n---\n\n${body}`,
    );
  }
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const image = sharp({ create: { width: 700, height: 60, channels: 3, background: 'white', noise } });
  await image.jpeg({ quality: 95 }).toFile(path.join(posts, 'first/photo.jpg'));
});

test.beforeEach(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'every-entry-cache-'));
  process.env.CACHE_DIR = cache;
});

test.afterEach(() => {
  rmSync(cache, { recursive: true });
});

test.afterAll(() => rmSync(root, { recursive: true }));

/** For each kind of entry, what a run makes of it. */
const KINDS: Readonly<Record<string, (index: ContentIndex) => Promise<unknown>>> = {
  bodies: ({ posts }) => Promise.all(posts.map((post) => getCompiled(post))),
  outlines: async ({ posts }) => [...(await getOutlines(posts))],
  links: async () => {
    const known = readAnswers();
    // What no run has asked is asked.
    const answers = known.size > 0 ? known : new Map([['https://example.org/', 'is answered with 404']]);
    writeAnswers(answers);
    return [...answers];
  },
  variants: async () => {
    const variants = await getVariants(await getMedia(path.join(root, 'posts/first/photo.jpg')));
    return Promise.all(variants.map(async (variant) => [variant, await readVariant(variant)]));
  },
  'request-pictures': async () => {
    const photo = path.join(root, 'posts/first/photo.jpg');
    return [await scaleCover(photo), await scalePicture(photo)];
  },
  cards: async (index) =>
    Promise.all([...(await listCards(index)).values()].slice(0, 2).map((card) => renderCard(card, root))),
  'front-matter': async ({ posts }) => {
    keepYaml();
    return posts;
  },
  search: async (index) => [...(await getSearchIndex(index))],
  'search-posts': async (index) => [...(await getSearchIndex(index))],
  'search-chunks': async (index) => [...(await getSearchIndex(index))],
};

const DAMAGES: Readonly<Record<string, (file: string) => void>> = {
  emptied: (file) => truncateSync(file, 0),
  halved: (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  scrambled: (file) =>
    writeFileSync(
      file,
      readFileSync(file).map((byte, at) => (at < 70 ? byte : byte ^ 85)),
    ),
  unreadable: (file) => {
    rmSync(file);
    mkdirSync(path.join(file, 'folder'), { recursive: true });
  },
};

/** As a process does it that has just started; with what the terminal shows meanwhile. */
async function run(kind: string): Promise<{ result: unknown; lines: string[] }> {
  emptyProcessCaches();
  const lines: string[] = [];
  const { warn } = console;
  // Highlighters are counted by their package, which does not know that each of these runs stands for a process.
  console.warn = (line: string) => line.startsWith('[Shiki]') || lines.push(line);
  try {
    return { result: await KINDS[kind]?.(buildIndex(readContent(root), '2025-01-01', 'public')), lines };
  } finally {
    console.warn = warn;
  }
}

function listEntries(kind = ''): string[] {
  return readdirSync(path.join(cache, kind), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

for (const kind of Object.keys(KINDS)) {
  test(`damaged ${kind} are made again, without a word`, async () => {
    const { result } = await run(kind);
    expect(listEntries(kind).length).toBeGreaterThan(0);
    for (const [name, damage] of Object.entries(DAMAGES)) {
      // All kinds at once: what one is made from may be damaged as well.
      for (const file of listEntries()) damage(file);
      const after = await run(kind);
      expectEqual(after.result, result, name);
      // Nothing can be written where a folder is in place of an entry.
      expect(after.lines, name).toHaveLength(name === 'unreadable' ? 1 : 0);
    }
  });

  test(`${kind} that cannot be written stop nothing, and one line says so`, async () => {
    const { result } = await run(kind);
    rmSync(cache, { recursive: true });
    writeFileSync(cache, '');
    const after = await run(kind);
    expectEqual(after.result, result);
    expect(after.lines).toHaveLength(1);
    expect(after.lines[0]).toContain(cache);
  });
}

test('every kind of entry is tested here', () => {
  const sources = ['lib', 'app'].flatMap((area) =>
    readdirSync(path.join(ROOT, area), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name))
      .map((name) => readFileSync(path.join(ROOT, area, name), 'utf8')),
  );
  const kinds = sources.flatMap((text) => [...text.matchAll(/ = createDiskCache\(\s*'([\w-]+)'/g)]);
  expect(kinds.map(([, kind]) => kind).sort()).toEqual(Object.keys(KINDS).sort());
});
