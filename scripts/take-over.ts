import { rmSync } from 'node:fs';
import { serveBlog, toEnd } from './served-blog';

/**
 * Proves that a running `npm start` takes each new build over without a failed request: builds again and again while eight
 * visitors ask for every page. `npx tsx scripts/take-over.ts [builds]`; 20 by default.
 */
const BUILDS = Number(process.argv[2] ?? 20);
const VISITORS = 8;
const DIST_DIR = '.next-take-over';
/** Every so many builds make everything anew. */
const FULL_EVERY = 5;

async function prove(): Promise<void> {
  const blog = await serveBlog({ posts: 12, port: 43192, root: DIST_DIR, visitors: VISITORS });
  for (let number = 1; number <= BUILDS; number += 1) {
    const slug = blog.slugs[number % blog.slugs.length] ?? '';
    blog.write(slug, number);
    const { code, output } = await toEnd(blog.build(number % FULL_EVERY === 0 ? ['--full'] : []));
    if (code !== 0) blog.faults.push(`Build ${number} failed: ${output}`);
    await blog.settle(slug, number);
  }
  await blog.end();
  rmSync(DIST_DIR, { recursive: true, force: true });
  console.info(`${BUILDS} builds, ${blog.countAnswers()} answers, ${blog.faults.length} faults`);
  for (const fault of [...new Set(blog.faults)].slice(0, 20)) console.info(fault);
  process.exitCode = blog.faults.length === 0 ? 0 : 1;
}

await prove();
