import type { Page } from 'playwright/test';
import { listSequencesOfAllKinds } from '@/scripts/live/steps';
import { walk } from '@/scripts/live/walk';
import { closeBlog, openBlog, type WalkedBlog } from '@/scripts/live/walked-blog';
import { expect, test } from './dev-server';

/** `npx tsx scripts/prove-live.ts` takes 200 sequences; what it finds late depends on the machine, and counts there alone. */
const [SEED, SEQUENCES, STEPS] = [11, 15, 2];

let blog: WalkedBlog;
let page: Page;
let fresh: Page;

test.beforeAll(async ({ browser, server }) => {
  blog = await openBlog(server.content);
  const context = await browser.newContext();
  [page, fresh] = [await context.newPage(), await context.newPage()];
});

test.afterAll(async () => {
  closeBlog(blog);
  await page.context().close();
});

for (const [place, sequence] of listSequencesOfAllKinds(SEED, SEQUENCES, STEPS).entries()) {
  test(`An author’s open page shows what a fresh visit shows, whatever is broken, fixed, moved and deleted (${place}: ${sequence.open})`, async ({
    server,
  }) => {
    const { log, faults } = await walk(sequence, { url: server.url, blog, page, fresh, limit: 30_000 });
    expect(faults, log.join('\n')).toEqual([]);
  });
}
