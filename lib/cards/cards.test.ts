import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { convert } from 'fontverter';
import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import { checkCards } from '../checks/check-cards';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { listCards, toPostCard } from './card-files';
import { orderStretches } from './direction';
import { type Card, DRAWING_VERSION, drawCard } from './drawing';
import { readFonts } from './font-files';
import { renderCard } from './render-card';
import { createTypesetter } from './typesetter';

const root = path.resolve('e2e/content');
const index = buildIndex(readContent(root), '2026-11-22', 'public');
const typesetter = createTypesetter(readFonts(root));
const sample: Card = {
  title: 'Rendering ten thousand Markdown files',
  site: 'Colophon',
  notes: ['Ada'],
  accent: '#a91e16',
};

test.beforeAll(() => {
  process.env.CACHE_DIR = mkdtempSync(path.join(tmpdir(), 'colophon-cards-'));
});

test.afterAll(() => {
  rmSync(process.env.CACHE_DIR ?? '', { recursive: true, force: true });
  delete process.env.CACHE_DIR;
});

test('a card that looks different has another address', () => {
  const drawn = createHash('sha256').update(drawCard(sample, typesetter)).digest('hex').slice(0, 12);
  // Where this fails on purpose: raise DRAWING_VERSION, and write down the new hash.
  expect({ version: DRAWING_VERSION, drawn }).toEqual({ version: 3, drawn: '70888dc5f746' });
});

test('a card is 1200 by 630 pixels, below 200 kB, and drawn twice it has the same bytes', async () => {
  const cover = [...index.postsBySlug.values()].find((post) => post.cover);
  const [home, ...others] = (await listCards(index)).values();
  const covered = cover && (await toPostCard(cover, index));
  for (const file of [home, others.at(-1), covered]) {
    if (!file) throw new Error('There is no card.');
    const bytes = await renderCard(file, root);
    const { width, height, format } = await sharp(bytes).metadata();
    expect([width, height, `image/${format}`], file.path).toEqual([1200, 630, file.type]);
    expect(bytes.length, file.alt).toBeLessThan(200_000);
    rmSync(process.env.CACHE_DIR ?? '', { recursive: true });
    expect((await renderCard(file, root)).equals(bytes)).toBe(true);
  }
});

test('a title is set whole, however long, in letters that are there', () => {
  const countLines = (title: string) => drawCard({ ...sample, title }, typesetter).split('<path').length - 7;
  expect([1, 5, 12, 20, 60].map((words) => countLines('several '.repeat(words)))).toEqual([1, 2, 3, 4, 6]);
  expect(countLines('Donaudampfschifffahrtsgesellschaft'.repeat(2))).toBeGreaterThan(1);
  expect(typesetter.findMissing('R&D “C++” → Ελλάδα, Привет, Tiếng Việt, ½ ≤ €')).toEqual([]);
  expect(typesetter.findMissing('日本 🎉')).toEqual(['日', '本', '🎉']);
});

test('a line is set in the order in which its scripts are read', () => {
  const order = (line: string, isRtl?: boolean) =>
    orderStretches(line, isRtl).map(({ text, isRightToLeft }) => (isRightToLeft ? `<${text}` : text));
  expect(order('Hello (שלום) and')).toEqual(['Hello (', '<שלום', ') and']);
  expect(order('שלום (5.9) ו־Next.js')).toEqual(['Next.js', '<) ו־', '5.9', '<שלום (']);
  expect(order('מדריך TypeScript 5', false)).toEqual(['<מדריך', ' TypeScript 5']);
  expect(order('日本')).toEqual(['日本']);
});

test('a title in a script that runs from right to left begins at the right edge', () => {
  const placesOf = (title: string) =>
    [...drawCard({ ...sample, title }, typesetter).matchAll(/translate\((\d+)/g)].map(([, x]) => Number(x));
  const [sign = 0, first = 0] = placesOf('שלום');
  expect(sign).toBeGreaterThan(first);
  expect(sign).toBeGreaterThan(1100);
  expect(placesOf('One').slice(0, 2)).toEqual([40, 96]);
});

test('a font of the content sets what the blog has no signs for', async () => {
  const mono = await convert(readFileSync('app/_shared/fonts/colophon-mono.woff2'), 'sfnt');
  const both = createTypesetter([...readFonts(root), mono]);
  expect(typesetter.findMissing('a │ b')).toEqual(['│']);
  expect(both.findMissing('a │ b')).toEqual([]);
  expect(both.measure('a │ b', 100)).toBeGreaterThan(both.measure('a  b', 100));
});

test('a title that no font can show is a warning that names the post, and its card shows the name of the blog', async () => {
  const problems = await checkCards(index);
  expect(problems.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['posts/日本語で書く.md', 'posts/emoji.md', 'pages/対応表.mdx']),
  );
  expect(problems.filter(({ message }) => message.includes('of "日本語"'))).toHaveLength(1);
  for (const { message, frame, severity } of problems) {
    expect(severity).toBe('warning');
    expect(message).toMatch(/^The social card of ".+" cannot show ".+", and (leaves it out|shows the name)/);
    expect(frame).toMatch(/^(title|tags|series|authors):/);
  }
});

test('a cover takes the place of a drawn card', async () => {
  const covered = [...index.postsBySlug.values()].filter(({ cover }) => cover);
  expect(covered.length).toBeGreaterThan(0);
  for (const post of covered) expect((await toPostCard(post, index)).type).toBe('image/jpeg');
});

test('the address of a card follows what it shows, and nothing else', async () => {
  const [post] = index.posts;
  if (!post) throw new Error('There is no post.');
  const { path: before } = await toPostCard(post, index);
  expect((await toPostCard({ ...post, body: 'Another text.', tags: [] }, index)).path).toBe(before);
  expect((await toPostCard({ ...post, title: 'Another title' }, index)).path).not.toBe(before);
});
