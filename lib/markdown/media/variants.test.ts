import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import sharp, { type Sharp } from 'sharp';
import { expectEqual } from '../../../scripts/expect-equal';
import { keepEnvironment } from '../../../scripts/keep-environment';
import { getMedia, type Media } from './media';
import { addSourceSets, toSourceSets } from './source-sets';
import { findVariant, getVariants, planWidths, readVariant } from './variants';

keepEnvironment();

let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'variants-'));
});

test.beforeEach(() => {
  process.env.CACHE_DIR = path.join(folder, 'cache', test.info().testId);
});

test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('an image is made in the widths of the page, and never wider than it is', () => {
  expect(planWidths(4000)).toEqual([608, 912, 1216, 1824]);
  expect(planWidths(1900)).toEqual([608, 912, 1216, 1824]);
  expect(planWidths(1824)).toEqual([608, 912, 1216, 1824]);
  expect(planWidths(1300)).toEqual([608, 912, 1300]);
  expect(planWidths(1200)).toEqual([608, 912, 1200]);
  expect(planWidths(610)).toEqual([610]);
  expect(planWidths(40)).toEqual([40]);
  for (let width = 1; width < 3000; width += 7) {
    const widths = planWidths(width);
    expect(widths).toEqual([...new Set(widths)].sort((a, b) => a - b));
    expect(widths.length).toBeGreaterThan(0);
    expect(widths.at(-1)).toBeLessThanOrEqual(Math.min(width, 1824));
  }
});

test('a photograph comes in both formats, each width as it says', async () => {
  const variants = await getVariants(await save('photo.jpg', noise(1000, 500).jpeg({ quality: 95 })));
  expect(variants.map(({ name }) => name)).toEqual([
    'photo-608.avif',
    'photo-1000.avif',
    'photo-608.webp',
    'photo-1000.webp',
  ]);
  for (const variant of variants) {
    const { width, height, format, compression } = await sharp(await readVariant(variant)).metadata();
    expect({ width, height }).toEqual({ width: variant.width, height: variant.width / 2 });
    expect(format === 'heif' ? compression : format).toBe(variant.format === 'avif' ? 'av1' : 'webp');
    expect(variant.path).toBe(`/media/${variant.hash}/${variant.name}`);
    expect(findVariant(variant.path)).toBe(variant);
  }
});

test('a photograph taken upright stays upright', async () => {
  const turned = noise(300, 200).jpeg({ quality: 95 }).withMetadata({ orientation: 6 });
  const [variant] = await getVariants(await save('upright.jpg', turned));
  if (!variant) throw new Error('there is no variant');
  const { width, height } = await sharp(await readVariant(variant)).metadata();
  expect({ width, height }).toEqual({ width: 200, height: 300 });
});

test('a format that is no lighter than the file is left out with all its widths', async () => {
  const drawing = sharp({ create: { width: 700, height: 500, channels: 3, background: '#fff' } });
  const [plain, busy] = [
    await save('plain.png', drawing.png({ palette: true })),
    await save('busy.jpg', noise(700, 400).jpeg({ quality: 4 })),
  ];
  for (const media of [plain, busy]) {
    const variants = await getVariants(media);
    const { size } = statSync(media.file);
    for (const variant of variants) expect((await readVariant(variant)).length).toBeLessThan(size);
  }
  expect(await getVariants(busy)).toEqual([]);
});

test('what moves, is drawn in lines, is light, is no image or is broken stays as it is', async () => {
  const frames = await Promise.all(
    [noise(80, 80), noise(80, 80).negate()].map((image) => image.png().toBuffer()),
  );
  const animation = sharp(frames, { join: { animated: true } });
  const gif = await save('moving.gif', animation.clone().gif());
  const webp = await save('moving.webp', animation.clone().webp({ lossless: true }));
  const png = await noise(300, 300).png().toBuffer();
  const control = Buffer.concat([Buffer.from([0, 0, 0, 0]), Buffer.from('acTL'), Buffer.alloc(4)]);
  const moving = await save('moving.png', Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]));
  const svg = await save(
    'lines.svg',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  );
  const light = await save('light.png', noise(30, 30).png());
  const text = await save('words.png', Buffer.from('words'));
  const jpeg = await noise(900, 900).jpeg().toBuffer();
  const half = await save('half.jpg', jpeg.subarray(0, jpeg.length / 2));
  for (const media of [gif, webp, moving, svg, light, text, half]) {
    expect(await getVariants(media), media.name).toEqual([]);
  }
});

test('the same image gives the same bytes at the same address, made anew or kept', async () => {
  const media = await save('again.png', noise(640, 300).png());
  const variants = await getVariants(media);
  expect(variants.length).toBeGreaterThan(0);
  const first = await Promise.all(variants.map(readVariant));
  expectEqual(await Promise.all(variants.map(readVariant)), first);
  process.env.CACHE_DIR = path.join(folder, 'cache', 'another');
  expectEqual(await Promise.all(variants.map(readVariant)), first);
  // Another process, another name of the same file: what was made is found, not made again.
  const renamed = { ...media, name: 'other.png', path: '/media/x/other.png', file: `${media.file}.missing` };
  process.env.CACHE_DIR = path.join(folder, 'cache', test.info().testId);
  const others = await getVariants(renamed);
  expect(others.map(({ hash, width, format }) => [hash, width, format])).toEqual(
    variants.map(({ hash, width, format }) => [hash, width, format]),
  );
  expect(others[0]?.name).toMatch(/^other-/);
  expectEqual(await Promise.all(others.map(readVariant)), first);
});

test('a text names the variants of what it shows, and of its form for the dark theme', async () => {
  const day = { file: '/a/p.png', path: '/media/1/p.png', hash: '1', name: 'p.png' };
  const night = { file: '/a/p.dark.png', path: '/media/2/p.dark.png', hash: '2', name: 'p.dark.png' };
  const findVariants = async ({ hash }: Media) =>
    ([608, 912] as const).flatMap((width) =>
      (['avif', 'webp'] as const).map((format) => {
        const name = `v-${width}.${format}`;
        return { path: `/media/v${hash}/${name}`, hash: `v${hash}`, name, format, width, file: '' };
      }),
    );
  const resolved = { url: '/media/1/p.png?x', width: 1000, companions: { 'data-dark': night.path } };
  const link = { url: '/about' };
  const addresses = await addSourceSets({ 'p.png': resolved, other: link }, [day, night], findVariants);
  expect(addresses.other).toEqual(link);
  expect(addresses['p.png']).toEqual({
    ...resolved,
    companions: {
      'data-dark': night.path,
      'data-avif': '/media/v1/v-608.avif 608w, /media/v1/v-912.avif 912w',
      'data-webp': '/media/v1/v-608.webp 608w, /media/v1/v-912.webp 912w',
      'data-dark-avif': '/media/v2/v-608.avif 608w, /media/v2/v-912.avif 912w',
      'data-dark-webp': '/media/v2/v-608.webp 608w, /media/v2/v-912.webp 912w',
    },
  });
  expect(toSourceSets([])).toEqual({});
});

/** An image of noise, the same on every run: the heaviest there is. */
function noise(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < pixels.length; index += 32) {
    createHash('sha256').update(String(index)).digest().copy(pixels, index);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

async function save(name: string, content: Sharp | Buffer): Promise<Media> {
  const file = path.join(folder, name);
  writeFileSync(file, Buffer.isBuffer(content) ? content : await content.toBuffer());
  return getMedia(file);
}
