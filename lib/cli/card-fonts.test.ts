import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { emptyProcessCaches } from '../cache/process-cache';
import { checkCards } from '../checks/check-cards';
import { loadContent } from '../content/posts';
import { cardFonts } from './card-fonts';
import { EXIT } from './terminal';

keepEnvironment();

const NAME = '@fontsource/noto-serif';

let server: Server;
let content: string;

test.beforeEach(async () => {
  const folder = test.info().outputPath('blog');
  content = path.join(folder, 'content');
  mkdirSync(path.join(content, 'posts'), { recursive: true });
  const settings = { title: 'A', description: 'B.', url: 'https://a.example', author: 'ada', language: 'en' };
  writeFileSync(
    path.join(content, 'site.ts'),
    `export default ${JSON.stringify({ ...settings, timeZone: 'UTC' })};`,
  );
  writeFileSync(path.join(content, 'authors.yml'), 'ada:\n  name: Ada\n');
  const facts = 'title: Functions from ℝ to ℝ\ndescription: A few, and some of ℂ.\ndate: 2026-01-01';
  writeFileSync(path.join(content, 'posts/reals.md'), `---\n${facts}\n---\n\nWords.\n`);
  server = await serveRegistry(folder);
  Object.assign(process.env, {
    CONTENT_DIR: content,
    CACHE_DIR: path.join(folder, 'cache'),
    npm_config_cache: path.join(folder, 'npm'),
    npm_config_registry: `http://localhost:${(server.address() as AddressInfo).port}/`,
    npm_config_fetch_retries: '0',
  });
  emptyProcessCaches();
});

test.afterEach(() => {
  server.close();
  server.closeAllConnections();
  emptyProcessCaches();
});

test('fonts that cards lack come from npm into the content, and cards show what they lacked', async () => {
  const warn = async () => (await checkCards(loadContent('public'))).map(({ remedy }) => remedy);
  expect(await warn()).toEqual([expect.stringMatching(/^Run npm run card-fonts, or put a font/)]);
  const first = await run();
  expect(first.output).toContain(
    `Social cards lack 2 characters. Taking ${NAME} from npm …\n+ fonts/noto-serif-math.ttf\n`,
  );
  expect(first.status).toBe(EXIT.done);
  // The other seven files of the package have none of them.
  expect(readdirSync(path.join(content, 'fonts'))).toEqual(['noto-serif-licence.txt', 'noto-serif-math.ttf']);
  expect(await warn()).toEqual([]);
  expect(await run()).toEqual({ output: 'Every social card can show what it says.\n', status: EXIT.done });
});

test('what npm cannot get, and what its fonts lack, is said', async () => {
  const post = path.join(content, 'posts/reals.md');
  writeFileSync(post, readFileSync(post, 'utf8').replace('few', 'few 𐤀'));
  emptyProcessCaches();
  const { output, status } = await run();
  expect(output).toContain('None of these fonts has 𐤀. Put one that has into "fonts".\n');
  expect(status).toBe(EXIT.failed);
  writeFileSync(post, readFileSync(post, 'utf8').replace('few', '少し'));
  emptyProcessCaches();
  await expect(run()).rejects.toThrow(/^npm could not get the fonts: .*E404/s);
});

async function run(): Promise<{ output: string; status: number }> {
  const output = new PassThrough();
  const status = await cardFonts([], { input: new PassThrough(), output, error: output });
  return { output: String(output.read()), status };
}

/** A registry that has the one package, as it is installed here. */
async function serveRegistry(folder: string): Promise<Server> {
  execFileSync('npm', ['pack', path.resolve('node_modules', NAME), '--pack-destination', folder], {
    stdio: 'ignore',
  });
  const archive = readFileSync(
    path.join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''),
  );
  const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  const registry = createServer(({ url = '', headers }, response) => {
    if (url === '/fonts.tgz') return response.end(archive);
    if (decodeURIComponent(url) !== `/${NAME}`) return response.writeHead(404).end('{}');
    const tarball = `http://${headers.host}/fonts.tgz`;
    const version = { name: NAME, version: '5.0.0', dist: { tarball, integrity } };
    const facts = { name: NAME, 'dist-tags': { latest: '5.0.0' }, versions: { '5.0.0': version } };
    return response.end(JSON.stringify(facts));
  });
  await new Promise<void>((resolve) => registry.listen(0, resolve));
  return registry;
}
