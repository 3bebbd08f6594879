import { listSequences } from '@/scripts/live/steps';
import { walk } from '@/scripts/live/walk';
import { closeBlog, openBlog } from '@/scripts/live/walked-blog';
import { expect, test } from './dev-server';

/** `npx tsx scripts/prove-live.ts` takes 200 of six steps; what it finds late depends on the machine, and counts there alone. */
const [SEED, SEQUENCES, STEPS] = [11, 8, 4];

test('An author’s open page shows what a fresh visit shows, whatever is broken, fixed, moved and deleted', async ({
  page,
  server,
}) => {
  const blog = await openBlog(server.content);
  const fresh = await page.context().newPage();
  const faults: string[] = [];
  for (const sequence of listSequences(SEED, SEQUENCES, STEPS)) {
    const outcome = await walk(sequence, { url: server.url, blog, page, fresh, limit: 30_000 });
    if (outcome.faults.length > 0) faults.push([...outcome.log, ...outcome.faults].join('\n'));
  }
  closeBlog(blog);
  expect(faults).toEqual([]);
});
