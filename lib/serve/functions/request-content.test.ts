import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import { keepEnvironment } from '../../../scripts/keep-environment';
import { emptyProcessCaches } from '../../cache/process-cache';
import { WORK, type Work } from '../../cache/work';
import { listCards } from '../../cards/card-files';
import { renderCard } from '../../cards/render-card';
import type { ContentIndex } from '../../content/content-index';
import { loadContent } from '../../content/posts';
import { getCompiled } from '../../markdown/compile/compiled';
import { listDocumentMedia } from '../../markdown/media/media-list';
import { findRecordedMedia } from '../../markdown/media/media-record';
import { getVariants } from '../../markdown/media/variants';
import { writeRequestContent } from './request-content';

keepEnvironment();

test.beforeEach(async () => {
  const root = test.info().outputPath();
  Object.assign(process.env, {
    CONTENT_DIR: path.join(root, 'content'),
    CACHE_DIR: path.join(root, 'cache'),
  });
  await writeBlog(path.join(root, 'content'));
  emptyProcessCaches();
});

test.afterEach(() => emptyProcessCaches());

test('covers are carried as large as a card, at the addresses of the published files', async () => {
  const folder = test.info().outputPath('carried');
  const index = loadContent('public');
  const last = [...(await listCards(index)).keys()].at(-1);
  const { listFiles, isOpen } = await writeRequestContent(index, folder);
  expect(isOpen('/cards/[file]')).toBe(true);
  const names = listFiles('/cards/[file]').map((file) => path.relative(folder, file));
  // The cover of the newest post is on a card that the build drew.
  expect(names.filter((name) => /\.(jpg|png)$/.test(name))).toEqual(['posts/older/cover.jpg']);
  expect(names.filter((name) => name.startsWith('posts/draft'))).toEqual([]);
  const cover = path.join(folder, 'posts/older/cover.jpg');
  expect(statSync(cover).size).toBeLessThan(readFileSync(toOriginal('older/cover.jpg')).length / 4);
  // As in a function: nothing but what is carried.
  process.env.CONTENT_DIR = folder;
  emptyProcessCaches();
  const cards = await listCards(loadContent('public'));
  expect([...cards.keys()].at(-1)).toBe(last);
  const card = [...cards.values()].find(({ source }) => 'cover' in source && source.cover.file === cover);
  expect(await sharp(card && (await renderCard(card, folder))).metadata()).toMatchObject({
    width: 1200,
    height: 630,
  });
});

test('drafts are carried where they are shared, with pictures as wide as a page', async () => {
  const folder = test.info().outputPath('carried');
  await writeRequestContent(loadContent('public'), folder);
  expect(existsSync(path.join(folder, 'posts/draft'))).toBe(false);
  process.env.SHARE_SECRET = 'a secret of at least thirty-two characters';
  const { listFiles } = await writeRequestContent(loadContent('public'), folder);
  const names = listFiles('/share/[token]').map((file) => path.relative(folder, file));
  expect(names.filter((name) => name.startsWith('posts/draft'))).toEqual([
    'posts/draft/index.md',
    'posts/draft/shown.png',
  ]);
  expect(names.filter((name) => name.startsWith('.compiled/'))).toHaveLength(1);
  expect(listFiles('/cards/[file]')).not.toContain(path.join(folder, 'posts/draft/shown.png'));
  const { width, format } = await sharp(path.join(folder, 'posts/draft/shown.png')).metadata();
  expect([width, format]).toEqual([1824, 'png']);
  const compiled = enterFunction(folder);
  const all = loadContent('author');
  const draft = all.postsBySlug.get('draft');
  expect(draft && (await listDocumentMedia(draft, all))).toMatchObject([{ name: 'shown.png', width: 1824 }]);
  expect(draft && (await getCompiled(draft)).code).toContain('const');
  expect(compiled).toEqual([]);
});

test('parts of pages are carried compiled, with the variants of their pictures as they were published', async () => {
  const folder = test.info().outputPath('carried');
  const parts = test.info().outputPath('content', 'parts');
  mkdirSync(parts);
  writeFileSync(path.join(parts, 'footer.md'), '![A picture](footer.png)\n');
  await noise(1300, 200).png().toFile(path.join(parts, 'footer.png'));
  const index = loadContent('public');
  const published = await findPicture(index);
  const made = published && (await getVariants(published));
  expect(made?.length).toBeGreaterThan(0);
  await writeRequestContent(index, folder);
  const compiled = enterFunction(folder);
  const carried = await findPicture(loadContent('public'));
  const { variants } = findRecordedMedia(carried?.file ?? '') ?? {};
  expect(carried?.path).toBe(published?.path);
  expect(variants?.map(({ path }) => path)).toEqual(made?.map(({ path }) => path));
  expect(compiled).toEqual([]);
});

test('more pictures than a function can carry are an error with a remedy', async () => {
  const folder = test.info().outputPath('carried');
  const write = () => writeRequestContent(loadContent('public'), folder, 1000);
  await expect(write()).rejects.toThrow(
    /^The pictures for cards are 1 MB, .* a larger cardsAtBuild in site\.ts\.$/,
  );
});

async function writeBlog(root: string): Promise<void> {
  const write = (name: string, content: string | Buffer) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  };
  const settings = { title: 'A', description: 'B.', url: 'https://a.example', author: 'ada', language: 'en' };
  write('site.ts', `export default ${JSON.stringify({ ...settings, timeZone: 'UTC', cardsAtBuild: 6 })};`);
  write('authors.yml', 'ada:\n  name: Ada\n');
  const photo = await noise(2400, 1600).jpeg({ quality: 95 }).toBuffer();
  for (const [slug, day] of [
    ['newest', '02'],
    ['older', '01'],
  ]) {
    write(
      `posts/${slug}/index.md`,
      `---\ntitle: ${slug}\ndescription: Words.\ndate: 2026-01-${day}\ncover:\n  src: cover.jpg\n  alt: A cover\n---\nWords.\n`,
    );
    write(`posts/${slug}/cover.jpg`, photo);
  }
  write(
    'posts/draft/index.md',
    '---\ntitle: Draft\ndescription: Words.\ndraft: true\n---\n![A picture](shown.png)\n\n```ts\nconst one = 1;\n```\n',
  );
  write('posts/draft/shown.png', await noise(2000, 100).png().toBuffer());
  write('posts/draft/unused.png', await noise(2000, 100).png().toBuffer());
}

/** From now on there is nothing but what is carried; gives the texts that are compiled all the same, as they come. */
function enterFunction(folder: string): readonly string[] {
  Object.assign(process.env, { CONTENT_DIR: folder, CACHE_DIR: test.info().outputPath('no-cache') });
  emptyProcessCaches();
  const compiled: string[] = [];
  WORK.subscribe((work) => {
    const { kind, of } = work as Work;
    if (kind === 'compile') compiled.push(of);
  });
  return compiled;
}

async function findPicture(index: ContentIndex) {
  const part = index.parts.get('footer');
  return part && (await listDocumentMedia(part, index))[0];
}

function toOriginal(name: string): string {
  return test.info().outputPath('content', 'posts', name);
}

function noise(width: number, height: number) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });
}
