import path from 'node:path';
import type { Browser } from 'playwright';
import { listPageTypes, settle } from '../../e2e/page-types';
import type { ContentIndex } from '../../lib/content/content-index';
import { postPath } from '../../lib/urls';

const WIDTHS = [320, 390, 768, 1024, 1440, 2560];
const HEIGHTS: Readonly<Record<number, number>> = {
  320: 640,
  390: 844,
  768: 1024,
  1024: 768,
  1440: 900,
  2560: 1440,
};

/** Writes every type of page and every post, whole, at all widths in both themes; gives the number of pictures. */
export async function takeAll(
  browser: Browser,
  origin: string,
  index: ContentIndex,
  folder: string,
): Promise<number> {
  const paths = new Set([...listPageTypes(index), ...index.posts.map(({ slug }) => postPath(slug))]);
  let count = 0;
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of WIDTHS) {
      const viewport = { width, height: HEIGHTS[width] ?? width };
      const context = await browser.newContext({ baseURL: origin, colorScheme, viewport });
      const page = await context.newPage();
      for (const address of paths) {
        await page.goto(address);
        await settle(page);
        const name = `${toName(address)}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: path.join(folder, name), fullPage: true });
        count += 1;
      }
      await context.close();
    }
  }
  return count;
}

/** `/posts/hello` becomes `posts-hello`. */
function toName(address: string): string {
  return decodeURIComponent(address).replace(/^\//, '').replaceAll('/', '-') || 'home';
}
