import type { Page } from 'playwright/test';
import sharp from 'sharp';
import type { ContentIndex } from '@/lib/content/content-index';
import { postPath } from './addresses';
import { expect, test } from './site';

interface Candidate {
  url: string;
  type: string;
  width: number;
  /** The file that this is a form of. */
  original: string;
}

test.describe('A reader of a post with pictures', { tag: '@fixtures' }, () => {
  test.beforeEach(async ({ page, index }) => {
    await page.goto(postPath(findCoast(index).slug));
  });

  test('gets each in the sizes and formats that its page names, all lighter than the file', {
    tag: '@headers',
  }, async ({ page }) => {
    const candidates = await listCandidates(page);
    const widthsOf = (type: string) => {
      const widths = candidates.filter((candidate) => candidate.type === type).map(({ width }) => width);
      return [...new Set(widths)].sort((a, b) => a - b);
    };
    // The bay, of 700 px, is lighter as WebP.
    expect(widthsOf('image/avif')).toEqual([608, 912, 1216, 1300, 1824]);
    expect(widthsOf('image/webp')).toEqual([608, 700, 912, 1216, 1300, 1824]);
    for (const { url, type, width, original } of candidates) {
      const response = await page.request.get(url);
      expect(response.status(), url).toBe(200);
      expect(response.headers()['content-type'], url).toBe(type);
      expect(response.headers()['cache-control'], url).toContain('immutable');
      const bytes = await response.body();
      expect((await sharp(bytes).metadata()).width, url).toBe(width);
      const file = await (await page.request.get(original)).body();
      expect(bytes.length, url).toBeLessThan(file.length);
    }
  });

  test('waits for what stands below, not for what stands first', async ({ page }) => {
    const images = page.getByRole('article').locator('img');
    const facts = await images.evaluateAll((all) =>
      (all as HTMLImageElement[]).map(
        ({ alt, loading, fetchPriority }) => `${alt}: ${loading} ${fetchPriority}`,
      ),
    );
    expect(facts).toEqual([
      'The open sea in the evening: eager high',
      'A headland above the sea: lazy auto',
      'The bay: lazy auto',
      'The bay, again: lazy auto',
      ': lazy auto',
    ]);
    for (const image of await images.all()) {
      expect(Number(await image.getAttribute('width'))).toBeGreaterThan(0);
      expect(Number(await image.getAttribute('height'))).toBeGreaterThan(0);
    }
  });

  test('is sent no more than the screen shows, and sees the night by night', async ({ browser, page }) => {
    await expect.poll(() => shown(page, 'A headland above the sea')).toMatch(/coast-608\.avif$/);
    await expect.poll(() => shown(page, 'The open sea in the evening')).toMatch(/sea-608\.avif$/);
    await page.getByAltText('The bay, again').scrollIntoViewIfNeeded();
    await expect.poll(() => shown(page, 'The bay, again')).toMatch(/bay-608\.webp$/);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => shown(page, 'A headland above the sea')).toMatch(/coast\.dark-608\.avif$/);
    await page.getByRole('button', { name: 'Light', exact: true }).click();
    await expect.poll(() => shown(page, 'A headland above the sea')).toMatch(/coast-608\.avif$/);
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 });
    await phone.goto(page.url());
    await expect.poll(() => shown(phone, 'A headland above the sea')).toMatch(/coast-1300\.avif$/);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await phone.close();
  });

  test('enlarges one to all there is of it', async ({ page }) => {
    await page.getByRole('button', { name: 'Enlarge: A headland above the sea' }).click();
    const large = page.getByRole('dialog').getByRole('img');
    await expect.poll(() => large.evaluate(toFile)).toMatch(/coast-1300\.avif$/);
    const { width, height } = (await large.boundingBox()) ?? { width: 0, height: 1 };
    expect(width).toBeGreaterThan(700);
    expect(width / height).toBeCloseTo(1300 / 800, 1);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Enlarge: The open sea in the evening' }).click();
    await expect.poll(() => large.evaluate(toFile)).toMatch(/\/sea\.jpg$/);
  });

  test('sees nothing move while they arrive', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          Object.assign(window, {
            shift:
              (window as unknown as { shift: number }).shift + (entry as unknown as { value: number }).value,
          });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.reload();
    for (const image of await page.getByRole('article').locator('img').all()) {
      await image.scrollIntoViewIfNeeded();
      await expect
        .poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth))
        .toBeGreaterThan(0);
    }
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
  });
});

test('A reader finds the figure that a text names', { tag: '@fixtures' }, async ({
  page,
  request,
  index,
}) => {
  const coast = findCoast(index);
  await page.goto(postPath(coast.slug));
  const caption = 'Figure 1. By day in the light theme, by night in the dark one.';
  await expect(page.getByRole('figure')).toHaveCount(1);
  await expect(page.getByRole('figure').locator('figcaption')).toHaveText(caption);
  await page.getByRole('link', { name: 'Figure 1', exact: true }).click();
  await expect(page).toHaveURL(/#figure-coast$/);
  await expect(page.locator('#figure-coast')).toHaveCount(1);
  await expect(page.locator('#figure-coast')).toBeInViewport();
  expect(await (await request.get(`${postPath(coast.slug)}.md`)).text()).toContain(`"${caption}"`);
});

test('A subscriber gets the pictures themselves', { tag: '@fixtures' }, async ({ request, index }) => {
  const coast = findCoast(index);
  const exported = await (await request.get(`${postPath(coast.slug)}.md`)).text();
  expect(exported).toContain('coast.jpg');
  for (const text of [exported, await (await request.get('/feed.xml')).text()]) {
    expect(text).not.toMatch(/-608\.|<source|<picture|srcset|fetchpriority/i);
  }
});

function findCoast(index: ContentIndex) {
  const post = index.posts.find(({ file }) => file === 'posts/pictures-of-a-coast/index.md');
  if (!post) throw new Error('there is no post with pictures of a coast');
  return post;
}

/** What the browser can choose from, each file once. */
async function listCandidates(page: Page): Promise<Candidate[]> {
  const all = await page.locator('picture source[type]').evaluateAll((sources) =>
    (sources as HTMLSourceElement[]).flatMap(({ type, media, srcset, parentElement }) => {
      const dark = parentElement?.querySelector<HTMLSourceElement>('source:not([type])')?.srcset;
      const light = parentElement?.querySelector('img')?.getAttribute('src');
      const original = (media ? dark : light) ?? '';
      return srcset.split(', ').map((candidate) => {
        const [url = '', width = ''] = candidate.split(' ');
        return { url, type, width: Number.parseInt(width, 10), original };
      });
    }),
  );
  return [...new Map(all.map((candidate) => [candidate.url, candidate])).values()];
}

function shown(page: Page, name: string): Promise<string> {
  return page.getByRole('article').getByAltText(name, { exact: true }).evaluate(toFile);
}

function toFile(image: Element): string {
  return (image as HTMLImageElement).currentSrc;
}
