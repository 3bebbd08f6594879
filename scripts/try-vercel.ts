import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '../lib/content/read';
import { parseSettings } from '../lib/content/settings';
import { listHeaderRules, toResponseHeaders } from '../lib/site/response-headers';
import { toBasePath } from '../lib/urls';
import { type Journeys, runJourneys } from './hosts/run-journeys';
import { listFunctionFiles } from './hosts/vercel-functions';
import { serveVercelOutput } from './hosts/vercel-output';

/** Of all files of a function together. */
const MAX_BYTES = 10_000_000;

const MEDIA = /\.(avif|gif|jpe?g|mp4|png|wav|webm|webp)$/i;
/** Every finished page has one. */
const POLICY = 'http-equiv="Content-Security-Policy"';
/** Words of the fixtures that stand in drafts and scheduled posts alone. */
const SECRET = /secret-(draft|scheduled)-[a-z]+/i;

/**
 * `npx tsx scripts/try-vercel.ts <copy> [--journeys [--share 1/3]] [part of a name …]`: looks at every file of what `vercel build` wrote into a
 * copy of the project, serves it as Vercel does, and asks for every address. With `--journeys` it takes those of a reader there, of
 * the content of the copy. The fixtures have words that must not be found where no draft is shared: without `SHARE_SECRET`.
 */
async function tryVercel(
  project: string,
  { takesJourneys, ...which }: { readonly takesJourneys: boolean } & Pick<Journeys, 'files' | 'share'>,
): Promise<boolean> {
  const output = path.join(project, '.vercel/output');
  const content = path.join(project, 'content');
  const { url: siteUrl } = parseSettings(readContent(content).site).site;
  const { SHARE_SECRET } = process.env;
  const isSharing = SHARE_SECRET !== undefined;
  const faults = [...checkFunctions(output, project, isSharing), ...findSecrets(path.join(output, 'static'))];
  const environment = isSharing ? { SHARE_SECRET } : {};
  const host = await serveVercelOutput(output, { project, environment });
  try {
    faults.push(...(await askForAll(output, host.url, toBasePath(siteUrl))));
    for (const fault of faults.slice(0, 40)) console.error(fault);
    const hasArrived =
      !takesJourneys || (await runJourneys({ url: host.url, siteUrl, content, by: 'functions', ...which }));
    return faults.length === 0 && hasArrived;
  } finally {
    await host.stop();
  }
}

function checkFunctions(output: string, project: string, isSharing: boolean): string[] {
  const folder = path.join(output, 'functions');
  const functions = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.func'))
      .map((name) => realpathSync(path.join(folder, name))),
  );
  const faults: string[] = [];
  let largest = 0;
  for (const place of functions) {
    const files = [...listFunctionFiles(place, project).values()];
    const own = readdirSync(place).map((name) => path.join(place, name));
    const bytes = [...files, ...own].map(sizeOf).reduce((sum, size) => sum + size, 0);
    largest = Math.max(largest, bytes);
    const name = path.relative(folder, place);
    if (bytes > MAX_BYTES) faults.push(`${name}: ${(bytes / 1e6).toFixed(1)} MB`);
    const isFont = (file: string) => file.includes('/node_modules/') || file.includes('/app/');
    // Functions for drafts carry what these show.
    if (isSharing) continue;
    faults.push(
      ...files.filter((file) => MEDIA.test(file) && !isFont(file)).map((file) => `${name}: ${file}`),
      ...files.filter((file) => isSecret(file)).map((file) => `${name}: words of a draft in ${file}`),
    );
  }
  console.info(`${functions.size} functions, the largest ${(largest / 1e6).toFixed(2)} MB.`);
  return isSharing ? faults : [...faults, ...findSecrets(folder)];
}

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : 0;
}

function findSecrets(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter(isSecret)
    .map((file) => `words of a draft in ${file}`);
}

function isSecret(file: string): boolean {
  return sizeOf(file) > 0 && (SECRET.test(file) || SECRET.test(readFileSync(file, 'latin1')));
}

/** Every prerendered answer: its status, its headers, its redirect from the form with a slash. */
async function askForAll(output: string, url: string, base: string): Promise<string[]> {
  const rules = listHeaderRules();
  const ending = '.prerender-config.json';
  const names = readdirSync(path.join(output, 'functions'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !/\.rsc\.prerender|\.segments\/|^_/.test(name))
    .map((name) => name.slice(0, -ending.length).split(path.sep).join('/'));
  const faults: string[] = [];
  for (const name of names.filter((one) => !one.includes('['))) {
    const address = name === 'index' ? '/' : `/${name}`;
    const answer = await fetch(url + address.split('/').map(encodeURIComponent).join('/'), {
      redirect: 'manual',
    });
    const text = await answer.text();
    if (answer.status !== 200) faults.push(`${address}: ${answer.status}`);
    // One with a component that runs in the browser keeps the framework.
    if (answer.headers.get('content-type')?.startsWith('text/html') && !text.includes(POLICY))
      faults.push(`${address}: a page that is not finished`);
    for (const [header, value] of Object.entries(
      toResponseHeaders(rules, address.slice(base.length) || '/'),
    )) {
      const sent = answer.headers.get(header);
      if (sent !== value) faults.push(`${address}: ${header}: ${sent} instead of ${value}`);
    }
  }
  console.info(`${names.length} addresses.`);
  for (const address of ['/none', '/posts/none', '/media/none/x.png', '/cards/none.png', '/share/none'])
    for (const method of ['GET', 'POST']) {
      const { status } = await fetch(url + base + address, { method, redirect: 'manual' });
      if (status !== 404 && !(method === 'POST' && status === 405))
        faults.push(`${method} ${address}: ${status}`);
    }
  for (const address of ['', '/posts', '/feed.xml']) {
    const { status } = await fetch(url + base + address, { method: 'POST', headers: { 'Next-Action': 'x' } });
    if (status !== 405) faults.push(`POST ${address}: ${status}`);
  }
  return faults;
}

const { values, positionals } = parseArgs({
  options: { journeys: { type: 'boolean', default: false }, share: { type: 'string' } },
  allowPositionals: true,
});
const [project, ...files] = positionals;
if (project === undefined) throw new Error('Name the copy in which `vercel build` ran.');
const { journeys: takesJourneys, share } = values;
process.exitCode = (await tryVercel(path.resolve(project), { takesJourneys, files, share })) ? 0 : 1;
