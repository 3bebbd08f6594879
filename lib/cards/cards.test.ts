import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { convert } from 'fontverter';
import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import { keepEnvironment } from '../../scripts/keep-environment';
import { checkCards } from '../checks/check-cards';
import { buildIndex } from '../content/build-index';
import { readContent } from '../content/read';
import { listCards, toFeedOrnament, toPageCard, toPostCard } from './card-files';
import { orderStretches } from './direction';
import { type Card, DRAWING_VERSION, drawCard } from './drawing';
import { encodePng } from './encode-png';
import { readFonts } from './font-files';
import { renderCard } from './render-card';
import { createTypesetter } from './typesetter';

keepEnvironment();

const root = path.resolve('e2e/content');
const index = buildIndex(readContent(root), '2026-11-22', 'public');
const typesetter = createTypesetter(readFonts(root, 'roman'));
const fonts = { roman: typesetter, italic: createTypesetter(readFonts(root, 'italic')) };
const sample: Card = {
  title: 'Rendering ten thousand Markdown files',
  description: 'Without waiting for them.',
  ornament: 'rendering',
  site: 'Colophon',
  notes: ['Ada'],
  accent: '#a91e16',
};

let cache: string;

test.beforeEach(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'colophon-cards-'));
  process.env.CACHE_DIR = cache;
});

test.afterEach(() => rmSync(cache, { recursive: true, force: true }));

test('a card that looks different has another address', () => {
  const drawn = createHash('sha256').update(drawCard(sample, fonts)).digest('hex').slice(0, 12);
  // Where this fails on purpose: raise DRAWING_VERSION, and write down the new hash.
  expect({ version: DRAWING_VERSION, drawn }).toEqual({ version: 4, drawn: '63fd720e38dc' });
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
    rmSync(cache, { recursive: true });
    expect((await renderCard(file, root)).equals(bytes)).toBe(true);
  }
});

/** The lines of a card: where each begins from the left and where its baseline is. */
function listLines(card: Card): { x: number; y: number; fill: string; shape: string }[] {
  const groups = /<g fill="(#\w+)" transform="translate\(([\d.]+) ([\d.]+)\)">(.*?)<\/g><\/g>/g;
  return [...drawCard(card, fonts).matchAll(groups)].map(([, fill = '', x, y, shape = '']) => {
    return { fill, shape, x: Number(x), y: Number(y) };
  });
}

const bare: Card = { title: 'x', site: '', notes: [], accent: '#a91e16' };

test('a title is set whole, however long, in letters that are there', () => {
  // Besides the title there are the two ends of the foot.
  const countLines = (title: string) => listLines({ ...bare, title, site: 's', notes: ['n'] }).length - 2;
  expect([1, 5, 12, 20, 60].map((words) => countLines('several '.repeat(words)))).toEqual([1, 2, 3, 4, 6]);
  expect(countLines('Donaudampfschifffahrtsgesellschaft'.repeat(2))).toBeGreaterThan(1);
  expect(typesetter.findMissing('R&D “C++” → Ελλάδα, Привет, Tiếng Việt, ½ ≤ €')).toEqual([]);
  expect(typesetter.findMissing('日本 🎉')).toEqual(['日', '本', '🎉']);
});

test('title, description and ornament stand above the double rule, whatever their lengths', () => {
  for (const words of [1, 4, 9, 16, 30, 200])
    for (const more of [0, 1, 12, 40, 300]) {
      const title = 'several '.repeat(words);
      const card = { ...sample, title, description: 'described '.repeat(more) };
      const lines = listLines(card).filter(({ y }) => y < 540);
      const baselines = lines.map(({ y }) => y);
      expect(baselines, title).toEqual([...baselines].sort((a, b) => a - b));
      expect(baselines[0], title).toBeGreaterThan(60);
      const svg = drawCard(card, fonts);
      const [, centre, scale] = /translate\(600 ([\d.]+)\) scale\(([\d.]+)\)/.exec(svg) ?? [];
      const bottom = centre === undefined ? baselines.at(-1) : Number(centre) + 320 * Number(scale);
      expect(bottom, title).toBeLessThan(518);
      // A short title leaves room for all three.
      if (words <= 16) expect(centre, title).toBeDefined();
      if (words <= 16 && more > 0) expect(lines.at(-1)?.fill, title).toBe('#4b4743');
    }
});

test('a description that no font can show is left out', () => {
  const lines = (description: string) => listLines({ ...bare, description }).length;
  expect([lines('One line.'), lines('日本語で書く'), lines(' ')]).toEqual([2, 1, 1]);
});

test('a line is set in the order in which its scripts are read', () => {
  const order = (line: string, isRtl?: boolean) =>
    orderStretches(line, isRtl).map(({ text, isRightToLeft }) => (isRightToLeft ? `<${text}` : text));
  expect(order('Hello (שלום) and')).toEqual(['Hello (', '<שלום', ') and']);
  expect(order('שלום (5.9) ו־Next.js')).toEqual(['Next.js', '<) ו־', '5.9', '<שלום (']);
  expect(order('מדריך TypeScript 5', false)).toEqual(['<מדריך', ' TypeScript 5']);
  expect(order('日本')).toEqual(['日本']);
});

test('a title stands in the middle, in either direction', () => {
  for (const title of ['One', 'שלום', 'שלום Next.js']) {
    const [line] = listLines({ ...bare, title });
    const width = typesetter.measure(title, 78);
    expect(Math.abs((line?.x ?? 0) + width / 2 - 600), title).toBeLessThan(0.1);
  }
});

test('a picture of few colours keeps them, and one of many is left to others', async () => {
  const size = { width: 64, height: 16 };
  const toPixels = (colourOf: (pixel: number) => readonly number[]) =>
    Uint8Array.from({ length: 64 * 16 * 3 }, (_, at) => colourOf(Math.floor(at / 3))[at % 3] ?? 0);
  const few = toPixels(
    (pixel) =>
      [
        [251, 250, 249],
        [33, 29, 26],
        [169, 30, 22],
      ][pixel % 3] ?? [],
  );
  const png = encodePng({ ...size, data: few }, [[251, 250, 249]]);
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([64, 16, 3]);
  expect(Buffer.from(few).equals(data)).toBe(true);
  const many = toPixels((pixel) => [(pixel * 8) % 256, Math.floor(pixel / 32) * 8, (pixel * 24) % 256]);
  expect(encodePng({ ...size, data: many }, [])).toBeUndefined();
});

test('a font of the content sets what the blog has no characters for', async () => {
  const mono = await convert(readFileSync('app/_shared/fonts/colophon-mono.woff2'), 'sfnt');
  const both = createTypesetter([...readFonts(root, 'roman'), mono]);
  expect(typesetter.findMissing('a │ b')).toEqual(['│']);
  expect(both.findMissing('a │ b')).toEqual([]);
  expect(both.measure('a │ b', 100)).toBeGreaterThan(both.measure('a  b', 100));
});

test('what is joined to a character stays with the font that has it', async () => {
  const file = path.resolve('node_modules/@fontsource/noto-serif/files/noto-serif-math-400-normal.woff');
  const both = createTypesetter([...readFonts(root, 'roman'), await convert(readFileSync(file), 'sfnt')]);
  expect(both.findMissing('a ℝ\u200d b')).toEqual([]);
  const [plain, joined] = ['a ℝ b', 'a ℝ\u200d b'].map((text) => both.setText(text, 40).width);
  expect(joined).toBe(plain);
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

test('a cover has a strip of paper with the title at its foot', async () => {
  const covered = [...index.postsBySlug.values()].filter(({ cover }) => cover);
  expect(covered.length).toBeGreaterThan(0);
  for (const post of covered) {
    const file = await toPostCard(post, index);
    expect(file.type).toBe('image/jpeg');
    const foot = { left: 0, top: 500, width: 1200, height: 130 };
    const bytes = await sharp(await renderCard(file, root))
      .extract(foot)
      .png()
      .toBuffer();
    const strip = await sharp(bytes).stats();
    expect(strip.dominant.r, post.slug).toBeGreaterThan(240);
    // Dark letters on it.
    expect(strip.channels[0]?.min, post.slug).toBeLessThan(60);
    const other = await toPostCard({ ...post, title: 'Another title' }, index);
    expect(other.path).not.toBe(file.path);
  }
});

test('cards of lists are as full as those of posts', async () => {
  for (const path of ['/', '/posts', '/tags', ...[...index.authors.keys()].map((id) => `/authors/${id}`)]) {
    const { source } = toPageCard(path, index) ?? {};
    if (!source || !('card' in source)) throw new Error(`There is no card of ${path}.`);
    expect(source.card.description, path).toBeTruthy();
    expect(source.card.ornament, path).toBeTruthy();
    expect(source.card.site, path).not.toBe(source.card.title);
  }
});

test('the address of a card follows what it shows, and nothing else', async () => {
  const [post] = index.posts;
  if (!post) throw new Error('There is no post.');
  const { path: before } = await toPostCard(post, index);
  expect((await toPostCard({ ...post, body: 'Another text.', tags: [] }, index)).path).toBe(before);
  expect((await toPostCard({ ...post, title: 'Another title' }, index)).path).not.toBe(before);
});

test('a blog with a style sheet of its own has its paper, ink and second colour on cards and ornaments', async () => {
  const dress = (source: string) => ({
    ...index,
    files: { ...index.files, style: { file: 'style.css', source, problems: [] } },
  });
  const night = dress(readFileSync('examples/themes/night.css', 'utf8'));
  const [post] = index.posts.filter(({ cover }) => !cover);
  const [covered] = [...index.postsBySlug.values()].filter(({ cover }) => cover);
  if (!post || !covered) throw new Error('There is no such post.');
  const colourAt = async (bytes: Buffer, left: number, top: number) => {
    const pixel = sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw();
    return [...(await pixel.toBuffer())];
  };
  const drawn = await renderCard(await toPostCard(post, night), root);
  expect(await colourAt(drawn, 5, 5)).toEqual([0x16, 0x13, 0x0e]);
  expect(await colourAt(drawn, 600, 519)).toEqual([0xef, 0xe4, 0xd0]);
  const cover = await renderCard(await toPostCard(covered, night), root);
  expect(Math.max(...(await colourAt(cover, 5, 620)))).toBeLessThan(40);
  const ornament = await toFeedOrnament(post, night);
  if (!ornament) throw new Error('There is no ornament.');
  expect(await colourAt(await renderCard(ornament, root), 1, 1)).toEqual([0x16, 0x13, 0x0e]);
  // What a style sheet leaves as it is keeps its address.
  for (const other of [post, covered])
    expect((await toPostCard(other, dress('p { margin: 0 }'))).path).toBe(
      (await toPostCard(other, index)).path,
    );
});
