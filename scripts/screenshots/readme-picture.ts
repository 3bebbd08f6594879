import type { Browser } from 'playwright';
import sharp from 'sharp';
import type { Theme } from '../../lib/site/palette';
import { homePath, postPath } from '../../lib/urls';
import { visit } from './visit';

/** The front page and a post, side by side, as a tablet shows them. */
const PATHS = [homePath, postPath('where-words-break')];
const [WIDTH, HEIGHT, SCALE, GAP] = [800, 1040, 1.25, 20];

/** Writes the picture of a theme and gives its size in bytes. */
export async function drawReadmePicture(
  browser: Browser,
  origin: string,
  theme: Theme,
  file: string,
): Promise<number> {
  const context = await browser.newContext({
    baseURL: origin,
    colorScheme: theme,
    deviceScaleFactor: SCALE,
    viewport: { width: WIDTH, height: HEIGHT },
  });
  const page = await context.newPage();
  const pages: Buffer[] = [];
  for (const path of PATHS) {
    await visit(page, path);
    pages.push(await page.screenshot());
  }
  await context.close();
  const [width, height] = [WIDTH * SCALE, HEIGHT * SCALE];
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  const canvas = { width: width * 2 + GAP, height, channels: 4, background } as const;
  const { size } = await sharp({ create: canvas })
    .composite(pages.map((input, index) => ({ input, left: index * (width + GAP), top: 0 })))
    .webp({ quality: 82, effort: 6 })
    .toFile(file);
  return size;
}
