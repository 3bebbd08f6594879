import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FIXTURES } from '@/scripts/test-sites';
import { toEnvironment } from '../commands/run-script';
import { test as base, expect } from '../site';

export { expect } from '../site';

/** `next dev` on a content folder that the test may change. */
export interface DevServer {
  readonly url: string;
  /** Absolute path of the content folder. */
  readonly content: string;
  /** What the terminal has shown so far. */
  output(): string;
  /** The mails that were written so far. */
  readMails(): string[];
  /** Saves a file of the content folder as an editor does. */
  save(file: string, text: string): void;
}

const PORT = 43119;
const DIST_DIR = '.next-author-dev';
/** What readers write. */
const DATA = path.resolve('.colophon', 'author-data');

/** A test beside an author at work: one server for all tests of all files, on a copy of the fixtures, until one fails. */
export const test = base.extend<object, { server: DevServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      // Inside the project, where the bundler finds the components of posts; as after a first checkout, since what the
      // bundler remembers of an earlier run makes it reload pages that are open.
      const content = path.resolve('.colophon', 'author');
      for (const folder of [content, DIST_DIR, DATA]) rmSync(folder, { recursive: true, force: true });
      cpSync(FIXTURES.content, content, { recursive: true });
      const { child, output } = start(content);
      const url = `http://localhost:${PORT}`;
      await expect.poll(() => isUp(url, child, output), { timeout: 300_000 }).toBe(true);
      await use({
        url,
        content,
        output,
        readMails,
        save: (file, text) => writeFileSync(path.join(content, file), text),
      });
      await stop(child);
      for (const folder of [content, DATA]) rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 330_000 },
  ],
});

function start(content: string): { child: ChildProcess; output: () => string } {
  const environment = {
    ...{ CONTENT_DIR: content, DIST_DIR, NODE_ENV: 'development' },
    ...{ DATABASE_URL: `file:${path.join(DATA, 'readers.db')}`, OUTBOX: path.join(DATA, 'outbox') },
  };
  // As `npm run dev` does, without npm: ending that would leave the server.
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { dev: string } };
  const args = scripts.dev.split(' ').slice(1);
  const child = spawn(process.execPath, [...args, '--port', String(PORT)], {
    env: toEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return { child, output: () => output };
}

async function isUp(url: string, child: ChildProcess, output: () => string): Promise<boolean> {
  if (child.exitCode !== null) throw new Error(`The server stopped:\n${output()}`);
  return fetch(`${url}/robots.txt`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function readMails(): string[] {
  const outbox = path.join(DATA, 'outbox');
  if (!existsSync(outbox)) return [];
  return readdirSync(outbox).map((name) => readFileSync(path.join(outbox, name), 'utf8'));
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
