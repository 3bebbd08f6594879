import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../../scripts/keep-environment';
import { writeState } from '../../build/build-state';
import { announce } from '../announce';

keepEnvironment();

const KEY = '0123456789abcdef';

interface Received {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

let server: Server;
let origin: string;
let status = 200;
let received: Received[] = [];

test.beforeEach(async () => {
  [status, received] = [200, []];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { url = '', headers } = request;
    received.push({
      path: url,
      type: headers['content-type'] ?? '',
      body: Buffer.concat(chunks).toString(),
    });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const root = test.info().outputPath('blog');
  process.env.CONTENT_DIR = path.join(root, 'content');
  process.env.DIST_DIR = path.join(root, 'dist');
  mkdirSync(path.join(root, 'content/posts'), { recursive: true });
  mkdirSync(path.join(root, 'dist/site'), { recursive: true });
  writeSettings(`{ indexNow: { key: '${KEY}', endpoint: '${origin}/indexnow' }, webSub: '${origin}/hub' }`);
  for (const [slug, state] of Object.entries({ first: '', second: '', hidden: 'unlisted: true\n' })) {
    writeFileSync(
      path.join(root, `content/posts/${slug}.md`),
      `---\ntitle: ${slug}\ndescription: One.\ndate: 2024-01-01\n${state}---\n\nWords.\n`,
    );
  }
  writeBuild({ '/': 'a', '/posts': 'a', '/posts/first': 'a', '/posts/second': 'a', '/posts/hidden': 'a' });
});

test.afterEach(() => {
  server.close();
  rmSync(test.info().outputPath('blog'), { recursive: true, force: true });
});

test('what changed since the last time is announced, and nothing twice', async () => {
  expect((await run()).code).toBe(0);
  expect(received).toEqual([]);
  writeBuild({
    ...{ '/': 'b', '/posts': 'a', '/posts/first': 'b', '/posts/second': 'a', '/posts/hidden': 'b' },
    ...{ '/feed.xml': 'b', '/media/0a/x.png': 'b' },
  });
  const listed = await run('--dry-run');
  expect(received).toEqual([]);
  expect(listed.output).toContain('https://blog.example/log/posts/first\n');
  expect((await run()).code).toBe(0);
  expect(received.map(({ path: asked }) => asked)).toEqual(['/indexnow', '/hub']);
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({
    host: 'blog.example',
    key: KEY,
    keyLocation: `https://blog.example/log/${KEY}.txt`,
    urlList: ['https://blog.example/log', 'https://blog.example/log/posts/first'],
  });
  expect(Object.fromEntries(new URLSearchParams(received[1]?.body))).toEqual({
    'hub.mode': 'publish',
    'hub.url': 'https://blog.example/log/feed.xml',
    'hub.topic': 'https://blog.example/log/feed.xml',
  });
  expect((await run()).output).toContain('Nothing changed.');
  expect(received).toHaveLength(2);
});

test('a page that is gone is announced, and never one that is hidden', async () => {
  await run();
  writeBuild({ '/': 'a', '/posts': 'a', '/posts/first': 'a', '/posts/hidden': 'c' });
  await run();
  expect(JSON.parse(received[0]?.body ?? '').urlList).toEqual(['https://blog.example/log/posts/second']);
  const all = await run('--all');
  expect(all.output).not.toContain('hidden');
  expect(all.output).toContain('https://blog.example/log/posts/first');
});

test('what was refused is announced again', async () => {
  await run();
  writeBuild({ '/': 'b', '/posts': 'a', '/posts/first': 'a', '/posts/second': 'a' });
  status = 403;
  const refused = await run();
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('answered 403: the key is not valid');
  status = 202;
  expect((await run()).code).toBe(0);
  expect(received).toHaveLength(2);
  server.close();
  writeBuild({ '/': 'c', '/posts': 'a', '/posts/first': 'a', '/posts/second': 'a' });
  expect((await run()).output).toContain('did not answer');
});

test('nobody is notified without the settings', async () => {
  writeSettings('undefined');
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).toContain('announce:');
  expect(received).toEqual([]);
});

function writeSettings(announced: string): void {
  writeFileSync(
    path.join(process.env.CONTENT_DIR ?? '', 'site.ts'),
    `export default { title: 'T', url: 'https://blog.example/log', announce: ${announced} };\n`,
  );
}

function writeBuild(digests: Readonly<Record<string, string>>): void {
  const outputs = Object.fromEntries(
    Object.entries(digests).map(([address, digest]) => [address, { route: address, digest }]),
  );
  const folder = path.join(process.env.DIST_DIR ?? '', 'site');
  writeState(folder, { compileKey: 'a', redirectsKey: 'a', outputs });
}

async function run(...args: string[]): Promise<{ code: number; output: string }> {
  const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
  const code = await announce(args, { ...streams, isInteractive: false } as never);
  const text = (stream: PassThrough) => String(stream.read() ?? '');
  return { code, output: text(streams.output) + text(streams.error) };
}
