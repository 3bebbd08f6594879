import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readAddressTable } from '@/lib/serve/address-table';
import { signShare } from '@/lib/share/token';
import { FIXTURES } from '@/scripts/test-sites';
import { expect, readIndex, test } from '../site';
import { runScript } from './run-script';

/** Of everything in the image besides Node.js and the system below it. */
const MAX_BYTES = 95 * 1024 * 1024;

let folder: string;
let server: ChildProcess | undefined;

test.afterEach(async () => {
  if (server && server.exitCode === null) {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
  setWritable(folder, true);
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

test('A container without the secret holds nothing of a draft', async () => {
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'colophon-')), 'packed');
  const { SHARE_SECRET: _, ...environment } = FIXTURES.environment;
  const packed = await runScript('lib/cli/main.ts', { ...environment, SHARE_SECRET: '' }, ['pack', folder]);
  expect(packed.status, packed.output).toBe(0);
  // Every answer is finished: no request needs a word of the content.
  expect(existsSync(path.join(folder, FIXTURES.content))).toBe(false);
  const url = await startServer('');
  for (const address of ['/share/none', '/share/none/0a/x.png', '/cards/none.png', '/posts/none']) {
    const { status, headers } = await fetch(url + address);
    expect([status, headers.get('content-type')], address).toEqual([404, 'text/html; charset=utf-8']);
  }
});

test('An author can serve the site from a container: a folder with Node.js and nothing else', async () => {
  const { SHARE_SECRET = '' } = FIXTURES.environment;
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'colophon-')), 'packed');
  const packed = await runScript('lib/cli/main.ts', { ...FIXTURES.environment }, ['pack', folder]);
  expect(packed.status, packed.output).toBe(0);
  const entries = listEntries(folder);
  // What pages show is in the build; a shared draft shows files of its own.
  const { postsBySlug } = readIndex(FIXTURES.content, 'public');
  const pictures = entries.filter(({ file }) =>
    /\/e2e\/content\/posts\/.*\.(png|jpe?g|webp|avif|mp4)$/.test(file),
  );
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter(({ file }) => postsBySlug.has(path.basename(path.dirname(file))))).toEqual([]);
  expect(sum(entries.map(({ bytes }) => bytes))).toBeLessThan(MAX_BYTES);
  const inside = `${realpathSync(folder)}${path.sep}`;
  const outside = entries.filter(({ file, isLink }) => isLink && !realpathSync(file).startsWith(inside));
  expect(outside).toEqual([]);
  setWritable(folder, false);
  const url = await startServer(SHARE_SECRET);
  const table = readAddressTable(FIXTURES.folder);
  const answers = Object.entries(table.answers);
  expect(answers.length).toBeGreaterThan(100);
  const wrong: string[] = [];
  for (const [address, { file, type }] of answers) {
    const { status, headers, body } = await ask(url + address.split('/').map(encodeURIComponent).join('/'));
    const isSame = body.equals(readFileSync(path.join(FIXTURES.folder, file)));
    if (status !== 200 || headers.get('content-type') !== type || !isSame)
      wrong.push(
        `${address}: ${status} ${headers.get('content-type')}, ${isSame ? 'the same' : 'other'} bytes`,
      );
  }
  expect(wrong).toEqual([]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/none`)).status).toBe(404);
  const draft = [...readIndex(FIXTURES.content, 'author').postsBySlug.values()].find(
    ({ state }) => state === 'draft',
  );
  const expires = Math.floor(Date.now() / 1000) + 3600;
  const shared = await fetch(`${url}/share/${signShare({ slug: draft?.slug ?? '', expires }, SHARE_SECRET)}`);
  expect(shared.status).toBe(200);
  expect(shared.headers.get('cache-control')).toBe('private, no-store');
  expect(await shared.text()).toContain(draft?.title ?? '?');
});

async function startServer(secret: string): Promise<string> {
  const { PATH } = process.env;
  const child = spawn(process.execPath, ['server/start.js', '--port', '0'], {
    cwd: folder,
    env: {
      NODE_ENV: 'production',
      PATH,
      SHARE_SECRET: secret,
      CONTENT_DIR: FIXTURES.content,
      HOME: '/nonexistent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const [url] = /http:\/\/localhost:\d+/.exec(output) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${output}`)));
  });
}

async function ask(url: string) {
  const response = await fetch(url);
  const { status, headers } = response;
  return { status, headers, body: Buffer.from(await response.arrayBuffer()) };
}

function listEntries(root: string) {
  return readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return { file, isLink: entry.isSymbolicLink(), bytes: entry.isFile() ? lstatSync(file).size : 0 };
  });
}

/** Nothing in a container may be written. Root writes anyway: then only the modes are changed. */
function setWritable(root: string, isWritable: boolean): void {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(file, isWritable ? 0o755 : 0o555);
  }
  chmodSync(root, isWritable ? 0o755 : 0o555);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
