import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Proves that a site is whole at every moment: kills builds at random moments, with all processes they started, while a
 * crawler asks a running `npm start` for every page. `npx tsx scripts/kill-builds.ts [kills]`; 40 kills by default.
 */
const KILLS = Number(process.argv[2] ?? 40);
const POSTS = 12;
const PORT = 43190;
const DIST_DIR = '.next-kills';
/** Every so many builds make everything anew. */
const FULL_EVERY = 5;

const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  CONTENT_DIR: folder,
  DIST_DIR,
  NODE_ENV: 'production',
};
const slugs = Array.from({ length: POSTS }, (_, index) => `post-${index}`);
const pages = ['', 'posts', 'feed.xml', 'sitemap.xml', 'search', ...slugs.map((slug) => `posts/${slug}`)];

const faults: string[] = [];
let answers = 0;
let isDone = false;
/** Which version each post may show: that of the last build, and that of the one at work. */
const versions = new Map(slugs.map((slug) => [slug, new Set([0])]));

function write(slug: string, version: number): void {
  const front = [`title: ${slug}`, `description: About ${slug}.`, 'date: 2024-03-01'];
  const text = `---\n${front.join('\n')}\n---\n\nThis is version ${version} of it.\n`;
  writeFileSync(path.join(folder, 'posts', `${slug}.md`), text);
}

function build(args: readonly string[] = []): ChildProcess {
  const tsx = path.resolve('node_modules/tsx/dist/cli.mjs');
  return spawn(process.execPath, [tsx, 'lib/cli/build.ts', ...args], { env: environment, stdio: 'ignore' });
}

function toEnd(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', resolve));
}

/** Kills a process and all that it started, as a machine that loses its power does. */
function killTree(pid: number): void {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const tree = [pid];
  for (const parent of tree) tree.push(...rows.flatMap(([own = 0, of]) => (of === parent ? [own] : [])));
  for (const own of tree) {
    try {
      process.kill(own, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

async function crawl(): Promise<void> {
  while (!isDone) {
    for (const page of pages) {
      const slug = page.replace('posts/', '');
      const allowed = new Set(versions.get(slug));
      try {
        const response = await fetch(`http://localhost:${PORT}/${page}`);
        const text = await response.text();
        for (const version of versions.get(slug) ?? []) allowed.add(version);
        judge(page, response.status, text, allowed);
      } catch (error) {
        faults.push(`/${page}: ${error}`);
      }
      answers += 1;
    }
  }
}

function judge(page: string, status: number, text: string, allowed: ReadonlySet<number>): void {
  if (status !== 200) faults.push(`/${page} answered ${status}`);
  if (/\.xml$/.test(page)) return;
  if (!text.includes('Content-Security-Policy')) faults.push(`/${page} has no policy`);
  if (text.includes('__next_f')) faults.push(`/${page} is not finished`);
  const version = /This is version (\d+) of it/.exec(text)?.[1];
  if (version !== undefined && !allowed.has(Number(version)))
    faults.push(`/${page} shows version ${version}`);
}

async function prove(): Promise<void> {
  mkdirSync(path.join(folder, 'posts'));
  for (const slug of slugs) write(slug, 0);
  rmSync(DIST_DIR, { recursive: true, force: true });
  if ((await toEnd(build())) !== 0) throw new Error('The first build failed.');
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', 'lib/cli/main.ts', 'start', '--port', String(PORT)],
    {
      env: environment,
      stdio: 'ignore',
    },
  );
  await waitForServer();
  const crawling = crawl();
  let longest = 20_000;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const slug = slugs[kill % POSTS] ?? '';
    versions.get(slug)?.add(kill);
    write(slug, kill);
    const child = build(kill % FULL_EVERY === 0 ? ['--full'] : []);
    const ended = toEnd(child);
    const after = Math.random() * longest;
    const timer = setTimeout(() => child.pid !== undefined && killTree(child.pid), after);
    const code = await ended;
    clearTimeout(timer);
    console.info(
      `${kill}: ${code === 0 ? 'ended before it was killed' : `killed after ${Math.round(after)} ms`}`,
    );
    if (kill % FULL_EVERY !== 0) continue;
    const start = Date.now();
    if ((await toEnd(build())) !== 0) faults.push(`The build after kill ${kill} failed.`);
    longest = Math.max(3000, Date.now() - start);
    await waitForVersion(slug, kill);
    for (const [name, known] of versions) versions.set(name, new Set([Math.max(...known)]));
  }
  isDone = true;
  await crawling;
  const ended = toEnd(server);
  server.kill('SIGTERM');
  await ended;
  for (const leftover of [folder, DIST_DIR]) rmSync(leftover, { recursive: true, force: true });
}

async function waitForServer(): Promise<void> {
  for (;;) {
    try {
      await fetch(`http://localhost:${PORT}/healthz`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The server takes a new build over by itself, within this many milliseconds. */
const TAKEOVER = 10_000;

async function waitForVersion(slug: string, version: number): Promise<void> {
  const until = Date.now() + TAKEOVER;
  while (Date.now() < until) {
    const text = await (await fetch(`http://localhost:${PORT}/posts/${slug}`)).text();
    if (text.includes(`This is version ${version} of it`)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  faults.push(`/posts/${slug} does not show version ${version} after the build that made it.`);
}

await prove();
console.info(`${KILLS} kills, ${answers} answers, ${faults.length} faults`);
for (const fault of [...new Set(faults)].slice(0, 20)) console.info(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
