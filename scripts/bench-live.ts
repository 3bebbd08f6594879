import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { getContentFolder, loadContent } from '../lib/content/posts';
import { postPath } from '../lib/urls';
import { BROWSER_FLAGS, findBrowser } from './browser';

/**
 * `npx tsx scripts/bench-live.ts http://localhost:3000`: saves a post again and again while its page is open on a running
 * `npm run dev`, and prints how long it took from the save to the changed page (milliseconds: median, 95th percentile).
 * Run both with the same CONTENT_DIR, on a copy of your content.
 */
const SAVES = 40;
/** Milliseconds before each save: as long as the framework takes to notice that the page has settled. */
const PAUSE = 300;

async function bench(origin: string): Promise<void> {
  const post = loadContent('author').posts.find(({ state }) => state === 'published');
  if (!post) throw new Error('There is no published post to save.');
  const file = path.join(getContentFolder(), post.file);
  const source = readFileSync(file, 'utf8');
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: BROWSER_FLAGS, ...(executablePath && { executablePath }) });
  const times: number[] = [];
  try {
    const page = await browser.newPage();
    const line = page.waitForResponse((response) => response.url().endsWith('/live'));
    await page.goto(origin + postPath(post.slug));
    await line;
    for (let save = 0; save < SAVES + 3; save++) {
      const sign = `sign-${save}-${process.pid}`;
      const shown = page.evaluate((text) => {
        return new Promise<number>((resolve) => {
          const observer = new MutationObserver(() => {
            if (!document.querySelector('main')?.textContent?.includes(text)) return;
            observer.disconnect();
            resolve(Date.now());
          });
          observer.observe(document, { subtree: true, childList: true, characterData: true });
        });
      }, sign);
      await page.waitForTimeout(PAUSE);
      const start = Date.now();
      writeFileSync(file, `${source}\n\n${sign}\n`);
      const time = (await shown) - start;
      // The first saves compile what they need of the engine.
      if (save >= 3) times.push(time);
    }
  } finally {
    writeFileSync(file, source);
    await browser.close();
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  console.info(
    `${times.length} saves, ${loadContent('author').posts.length} posts: median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  );
}

await bench(process.argv[2] ?? 'http://localhost:3000');
