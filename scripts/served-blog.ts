import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const TSX = path.resolve('node_modules/tsx/dist/cli.mjs');

/** The server takes a new build over by itself, within this many milliseconds. */
const TAKEOVER = 10_000;

export interface ServedBlogOptions {
  readonly posts: number;
  readonly port: number;
  /** `DIST_DIR`: where it is built. */
  readonly root: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** How many visitors ask for its pages at once; one without it. */
  readonly visitors?: number;
}

/** A small blog that `npm start` serves, while a crawler asks for every page of it without pause. */
export interface ServedBlog {
  readonly slugs: readonly string[];
  /** What was answered that is neither a build before nor one after it. */
  readonly faults: string[];
  /** How many answers the crawler has got. */
  countAnswers(): number;
  /** Writes a version of a post; from now on readers may see it. */
  write(slug: string, version: number): void;
  build(args?: readonly string[], further?: Readonly<Record<string, string>>): ChildProcess;
  /** Waits until readers see a version; from then on they may see no other. */
  settle(slug: string, version: number): Promise<void>;
  /** Ends server and crawler, and removes the blog. */
  end(): Promise<void>;
}

/** Writes, builds and serves a blog, and begins to crawl it. Throws where the first build fails. */
export async function serveBlog(options: ServedBlogOptions): Promise<ServedBlog> {
  const { posts, port, root, visitors = 1 } = options;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
  const environment: NodeJS.ProcessEnv = {
    ...{ ...process.env, CONTENT_DIR: folder, DIST_DIR: root, NODE_ENV: 'production' as const },
    ...options.environment,
  };
  const slugs = Array.from({ length: posts }, (_, index) => `post-${index}`);
  /** Which versions of each post may be shown: that of the last build, and those of the ones at work. */
  const versions = new Map(slugs.map((slug) => [slug, new Set([0])]));
  const faults: string[] = [];
  const address = `http://localhost:${port}`;
  const build = (args: readonly string[] = [], further: Readonly<Record<string, string>> = {}) =>
    spawn(process.execPath, [TSX, 'lib/cli/build.ts', ...args], {
      env: { ...environment, ...further },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const write = (slug: string, version: number) => {
    versions.get(slug)?.add(version);
    writePost(path.join(folder, 'posts', `${slug}.md`), slug, version);
  };

  mkdirSync(path.join(folder, 'posts'));
  for (const slug of slugs) write(slug, 0);
  rmSync(root, { recursive: true, force: true });
  if ((await toEnd(build())).code !== 0) throw new Error('The first build failed.');
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', 'lib/cli/main.ts', 'start', '--port', String(port)],
    { env: environment, stdio: 'ignore' },
  );
  await waitForServer(address);
  const crawler = startCrawler(address, versions, { faults, visitors });
  return {
    ...{ slugs, faults, write, build },
    countAnswers: crawler.countAnswers,
    async settle(slug, version) {
      if (!(await isShown(`${address}/posts/${slug}`, version)))
        faults.push(`/posts/${slug} does not show version ${version} after the build that made it`);
      for (const [name, known] of versions) versions.set(name, new Set([Math.max(...known)]));
    },
    async end() {
      await crawler.end();
      const ended = toEnd(server);
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for the end of a process: its exit code, null where a signal ended it, and what it printed. */
export function toEnd(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

function writePost(file: string, slug: string, version: number): void {
  const front = [`title: ${slug}`, `description: About ${slug}.`, 'date: 2024-03-01'];
  writeFileSync(file, `---\n${front.join('\n')}\n---\n\nThis is version ${version} of it.\n`);
}

type Versions = ReadonlyMap<string, ReadonlySet<number>>;

function startCrawler(
  address: string,
  versions: Versions,
  { faults, visitors }: { readonly faults: string[]; readonly visitors: number },
) {
  const pages = ['', 'posts', 'feed.xml', 'sitemap.xml', 'search'];
  let answers = 0;
  let isDone = false;
  const visit = async (page: string, slug = '') => {
    const allowed = new Set(versions.get(slug));
    try {
      const response = await fetch(`${address}/${page}`);
      const text = await response.text();
      for (const version of versions.get(slug) ?? []) allowed.add(version);
      faults.push(...judge(page, response.status, text, allowed));
    } catch (error) {
      faults.push(`/${page}: ${error}`);
    }
    answers += 1;
  };
  const crawl = async () => {
    while (!isDone) {
      for (const page of pages) await visit(page);
      for (const slug of versions.keys()) await visit(`posts/${slug}`, slug);
    }
  };
  const crawling = Promise.all(Array.from({ length: visitors }, crawl));
  return {
    countAnswers: () => answers,
    end: async () => {
      isDone = true;
      await crawling;
    },
  };
}

function judge(page: string, status: number, text: string, allowed: ReadonlySet<number>): string[] {
  const faults: string[] = [];
  if (status !== 200) faults.push(`/${page} answered ${status}`);
  if (/\.xml$/.test(page)) return faults;
  if (!text.includes('Content-Security-Policy')) faults.push(`/${page} has no policy`);
  if (text.includes('__next_f')) faults.push(`/${page} is not finished`);
  const version = /This is version (\d+) of it/.exec(text)?.[1];
  if (version !== undefined && allowed.size > 0 && !allowed.has(Number(version)))
    faults.push(`/${page} shows version ${version}`);
  return faults;
}

async function waitForServer(address: string): Promise<void> {
  for (;;) {
    try {
      await fetch(`${address}/healthz`);
      return;
    } catch {
      await pause();
    }
  }
}

async function isShown(url: string, version: number): Promise<boolean> {
  const until = Date.now() + TAKEOVER;
  while (Date.now() < until) {
    if ((await (await fetch(url)).text()).includes(`This is version ${version} of it`)) return true;
    await pause();
  }
  return false;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}
