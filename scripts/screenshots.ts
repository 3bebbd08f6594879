import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright';
import { loadContent } from '../lib/content/posts';
import { BROWSER_FLAGS, findBrowser } from './browser';
import { runCommand } from './run-command';
import { drawReadmePicture } from './screenshots/readme-picture';
import { serveBuild } from './screenshots/serve-build';
import { takeAll } from './screenshots/take-all';

const PORT = 43_130;
const ENVIRONMENT = { CONTENT_DIR: 'content', DIST_DIR: '.next-screenshots' };

const { values: options } = parseArgs({
  options: { built: { type: 'string' }, all: { type: 'string' } },
});

/**
 * `npm run screenshots`: builds the showcase and takes the two pictures of the README. With `-- --all <folder>` it writes every
 * type of page on six screens in both themes into that folder instead; `--built <folder>` reads a build that there is.
 */
async function takeScreenshots(): Promise<void> {
  const executablePath = findBrowser('shell');
  if (executablePath === undefined) throw new Error('No Chromium is installed: npm test fetches one.');
  const environment = { ...ENVIRONMENT, ...(options.built && { DIST_DIR: options.built }) };
  if (!options.built && (await runCommand('tsx', ['lib/cli/build.ts'], environment)) !== 0) {
    throw new Error('The showcase cannot be built.');
  }
  const server = await serveBuild(PORT, environment);
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  try {
    await (options.all ? writeAll(browser, options.all) : writeReadmePictures(browser));
  } finally {
    await browser.close();
    server.kill('SIGTERM');
  }
}

async function writeAll(browser: Browser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const count = await takeAll(browser, `http://localhost:${PORT}`, loadContent('public'), folder);
  console.info(`${count} pictures in ${folder}`);
}

async function writeReadmePictures(browser: Browser): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    const file = path.join('docs', `colophon-${theme}.webp`);
    console.info(
      `${file} ${await drawReadmePicture(browser, `http://localhost:${PORT}`, theme, file)} bytes`,
    );
  }
}

await takeScreenshots();
