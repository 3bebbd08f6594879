import path from 'node:path';
import type { Browser } from 'playwright';
import type { ContentIndex } from '../../lib/content/content-index';
import { listPages } from './list-pages';
import { visit } from './visit';

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
  let count = 0;
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of WIDTHS) {
      const viewport = { width, height: HEIGHTS[width] ?? width };
      const context = await browser.newContext({ baseURL: origin, colorScheme, viewport });
      const page = await context.newPage();
      for (const address of listPages(index)) {
        await visit(page, address);
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
