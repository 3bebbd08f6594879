import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { postPath } from '@/lib/urls';
import { DEMO, FIXTURES } from '@/scripts/test-sites';
import { expect, readIndex, test } from '../site';
import { toEnvironment } from './run-script';
import { collectOutput } from './start-server';

test('npm start serves the last build until a signal ends it, answers what is open, and leaves nothing', async () => {
  const before = listSnapshots(FIXTURES.folder);
  const server = await start('npm', ['start', '--', '--port', '0'], FIXTURES.environment);
  // The server of the other tests may take a new snapshot meanwhile.
  const listOwn = () => listSnapshots(FIXTURES.folder).filter((name) => !before.includes(name));
  await expect.poll(listOwn).not.toEqual([]);
  const own = listOwn();
  try {
    expect(server.output()).toMatch(/ready in \d+ ms/);
    expect(server.output()).not.toMatch(/telemetry/i);
    const [{ slug } = { slug: '' }] = readIndex(FIXTURES.content, 'public').posts;
    const page = await fetch(`${server.url}${postPath(slug)}`);
    expect(page.status).toBe(200);
    // The first of its kind: it waits for Next to start.
    const open = fetch(`${server.url}/share/x`);
    await expect.poll(async () => (await fetch(`${server.url}/healthz`)).status).toBe(200);
    server.child.kill('SIGTERM');
    expect((await open).status).toBe(404);
  } finally {
    server.child.kill('SIGTERM');
  }
  await expect.poll(() => fetch(`${server.url}/`).then(String, () => 'gone')).toBe('gone');
  await expect.poll(() => listSnapshots(FIXTURES.folder).filter((name) => own.includes(name))).toEqual([]);
});

test('npm start has a reason and a remedy where it cannot serve', async () => {
  const taken = createServer().listen(0);
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  for (const [args, environment, code, message] of [
    [['--port', String(port)], DEMO.environment, 1, /Something else listens on port \d+\. Name another: /],
    [['--port', 'x'], DEMO.environment, 2, /The port is not a number/],
    [
      [],
      { DIST_DIR: '.next-nowhere' },
      1,
      /There is no build in \.next-nowhere[/\\]site\. Run `npm run build` first\./,
    ],
  ] as const) {
    const child = spawnStart(
      process.execPath,
      ['--import', 'tsx', 'lib/cli/main.ts', 'start', ...args],
      environment,
    );
    const output = collectOutput(child);
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(code);
    expect(output()).toMatch(message);
    expect(listSnapshots(DEMO.folder).filter((name) => name.includes(`-${child.pid}-`))).toEqual([]);
  }
  taken.close();
});

async function start(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
) {
  const child = spawnStart(command, args, environment);
  const output = collectOutput(child);
  await expect.poll(output, { timeout: 60_000 }).toMatch(/http:\/\/localhost:\d+/);
  const [url = ''] = /http:\/\/localhost:\d+/.exec(output()) ?? [];
  return { child, output, url };
}

function spawnStart(command: string, args: readonly string[], environment: Readonly<Record<string, string>>) {
  const { PORT: _, ...env } = toEnvironment(environment);
  return spawn(command, args, { env });
}

function listSnapshots(folder: string): string[] {
  const { dir, base } = path.parse(path.resolve(folder));
  return readdirSync(dir).filter((name) => name.startsWith(`${base}.serving-`));
}
