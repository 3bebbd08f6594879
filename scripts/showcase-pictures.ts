import { readFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { PALETTE, type Theme } from '../lib/site/palette';
import { BROWSER_FLAGS, findBrowser } from './browser';
import { drawBits } from './pictures/bits';
import { drawDays } from './pictures/days';
import { drawFilm } from './pictures/film';
import { drawLatency } from './pictures/latency';
import { drawNeighbours } from './pictures/neighbours';
import { drawPackets } from './pictures/packets';
import { drawPatterns } from './pictures/patterns';
import type { Picture } from './pictures/picture';
import { drawPortraits } from './pictures/portraits';
import { drawSpread } from './pictures/spread';

/** Greys and tints of a drawing in two colours. */
const COLOURS = 16;
const FONTS = ['serif-roman', 'serif-italic', 'mono'];
const LINES: Record<Theme, string> = { light: '#dedbd8', dark: '#34312e' };

/** `npx tsx scripts/showcase-pictures.ts`: draws the pictures of the showcase into `content`, in both themes, and its film. */
async function drawPictures(): Promise<void> {
  const pictures = [
    drawPackets(),
    drawNeighbours(),
    drawLatency(),
    drawPatterns(),
    drawBits(),
    drawDays(),
    drawSpread(),
    ...drawPortraits(),
  ];
  const executablePath = findBrowser('shell');
  if (executablePath === undefined) throw new Error('No Chromium is installed: npm test fetches one.');
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  for (const picture of pictures) {
    await drawPicture(page, picture, 'light');
    if (!picture.oneTheme) await drawPicture(page, picture, 'dark');
  }
  await drawFilm(page, writeStyle('light'));
  await browser.close();
}

async function drawPicture(page: Page, { file, width, height, svg }: Picture, theme: Theme): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.setContent(
    `<style>${writeStyle(theme)}</style><svg width="${width}" height="${height}">${svg}</svg>`,
  );
  await page.evaluate(() => document.fonts.ready);
  const name = `content/${file}${theme === 'dark' ? '.dark' : ''}.png`;
  const { size } = await sharp(await page.screenshot())
    .png({ palette: true, colours: COLOURS, effort: 10, compressionLevel: 9 })
    .toFile(name);
  console.info(`${name} ${size}`);
}

/** A phone shows what is 608 wide in 350: labels are 13 pixels high there. */
function writeStyle(theme: Theme): string {
  const { paper, ink, 'ink-2': soft, rubric } = PALETTE[theme];
  return `${FONTS.map(writeFace).join('')}
:root { --paper: ${paper}; --ink: ${ink}; --soft: ${soft}; --rubric: ${rubric}; --line: ${LINES[theme]} }
body { margin: 0; background: var(--paper) }
svg { display: block; font: 23px serif-roman }
text { fill: var(--ink) }
.italic { font: italic 23px serif-italic }
.mono { font: 21px mono }
.soft { fill: var(--soft) }
.rubric { fill: var(--rubric) }`;
}

function writeFace(name: string): string {
  const data = readFileSync(`app/_shared/fonts/colophon-${name}.woff2`).toString('base64');
  const style = name.includes('italic') ? 'italic' : 'normal';
  return `@font-face { font-family: ${name}; font-style: ${style}; src: url(data:font/woff2;base64,${data}) }\n`;
}

await drawPictures();
