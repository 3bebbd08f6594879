import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { BROWSER_FLAGS, findBrowser } from './browser';
import { listSequences } from './live/steps';
import { walk } from './live/walk';
import { openBlog } from './live/walked-blog';

/**
 * `npx tsx scripts/prove-live.ts [--seed 1] [--sequences 200] [--length 6] [--limit 1000]`: breaks, fixes, adds, moves, renames and
 * deletes files at random on `npm run dev` while a page is open in a browser. After each step the page has to show, within
 * `--limit` milliseconds, what a fresh visit shows, without being loaded anew. Prints the sequences after which it does not.
 * `--only 3,7` takes some of them; `--url` and `--content` name a server that runs already, and its content folder, which is
 * changed. The folder is inside the project: the bundler reaches components of no other.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    sequences: { type: 'string', default: '200' },
    length: { type: 'string', default: '6' },
    limit: { type: 'string', default: '1000' },
    only: { type: 'string' },
    url: { type: 'string' },
    content: { type: 'string' },
  },
});

async function prove(): Promise<number> {
  const root = path.resolve('.colophon');
  mkdirSync(root, { recursive: true });
  const content = values.content ?? mkdtempSync(path.join(root, 'walk-'));
  cpSync('e2e/content', content, { recursive: true });
  const blog = await openBlog(content);
  const server = values.url ? undefined : await startServer(content);
  const url = values.url ?? server?.url ?? '';
  const executablePath = findBrowser('shell');
  const browser = await chromium.launch({ args: BROWSER_FLAGS, ...(executablePath && { executablePath }) });
  const times: number[] = [];
  let [steps, failed, late] = [0, 0, 0];
  try {
    const context = await browser.newContext();
    // What tsx puts around functions, for those that run in the browser.
    await context.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
    const [page, fresh] = [await context.newPage(), await context.newPage()];
    const limit = Number(values.limit);
    const all = listSequences(Number(values.seed), Number(values.sequences), Number(values.length));
    for (const [place, sequence] of all.entries()) {
      if (values.only !== undefined && !values.only.split(',').includes(String(place))) continue;
      const outcome = await walk(sequence, { url, blog, page, fresh, limit });
      steps += outcome.log.length - 1;
      times.push(...outcome.times);
      late += outcome.late.length;
      console.info(`${place} ${outcome.faults.length === 0 ? 'ok' : 'FAILED'} ${sequence.open}`);
      for (const line of outcome.late) console.info(`    late: ${line}`);
      if (outcome.faults.length === 0) continue;
      failed += 1;
      console.info([...outcome.log, ...outcome.faults].map((line) => `    ${line}`).join('\n'));
    }
  } finally {
    await browser.close();
    server?.child.kill('SIGTERM');
    if (!values.content) rmSync(content, { recursive: true, force: true });
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  console.info(
    `Seed ${values.seed}: ${values.sequences} sequences, ${steps} steps, ${failed} failed, ${late} steps late; last change ${at(0.5)} ms after a step (median), ${at(0.95)} ms (p95).`,
  );
  return failed + late === 0 ? 0 : 1;
}

const DIST_DIR = '.next-walk';

async function startServer(content: string): Promise<{ child: ChildProcess; url: string }> {
  // What the bundler remembers of an earlier run makes it load open pages anew.
  rmSync(DIST_DIR, { recursive: true, force: true });
  const port = await findPort();
  const args = ['lib/next/without-telemetry.mjs', 'dev', '-H', 'localhost', '--port', String(port)];
  const env = {
    ...process.env,
    NODE_ENV: 'development' as const,
    CONTENT_DIR: content,
    DIST_DIR,
  };
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
  process.on('exit', () => child.kill('SIGTERM'));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
  const url = `http://localhost:${port}`;
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    if (
      await fetch(`${url}/robots.txt`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { child, url };
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  child.kill('SIGTERM');
  throw new Error('The server did not start.');
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

process.exitCode = await prove();
