import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Edit, listEdits, writeBlog } from './edit-blog';
import { runCommand } from './run-command';

/**
 * Proves that a build which makes only what changed gives the same site as one that starts from nothing: after each kind of edit,
 * every file that is served and every table the server reads, byte for byte.
 * `npx tsx scripts/compare-builds.ts [posts] [names of edits, a regular expression]`; 300 posts by default.
 */
const [posts = '300', wanted = ''] = process.argv.slice(2);

const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
const GROWN = '.next-grown';
const CLEAN = '.next-clean';
/** What the server reads or hands out. Traces of Next hold times, and its own settings the name of the folder. */
const COMPARED =
  /^(server\/(app|pages)\/|static\/|addresses\.json|file-facts\.json|finished-pages\.json|prerender-manifest\.json|routes-manifest\.json|build-state\.json)(?!.*(\.nft\.json|\.map)$)/;

let today = '2026-01-15';

async function build(root: string, args: readonly string[] = []): Promise<void> {
  const status = await runCommand('tsx', ['lib/cli/build.ts', ...args], {
    ...{ CONTENT_DIR: folder, DIST_DIR: root, TODAY: today },
    CACHE_DIR: path.join(folder, '.cache', root),
  });
  if (status !== 0) throw new Error('A build failed.');
}

/** From nothing but what the bundler keeps. */
async function buildClean(): Promise<void> {
  for (const name of [
    path.join(CLEAN, 'site'),
    path.join(CLEAN, 'cache', 'build'),
    path.join(folder, '.cache', CLEAN),
  ])
    rmSync(name, { recursive: true, force: true });
  await build(CLEAN, ['--full']);
}

function listFiles(root: string): string[] {
  const site = path.join(root, 'site');
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => COMPARED.test(file) && statSync(path.join(site, file)).isFile())
    .sort();
}

/** Files that only one of the two sites has, or that differ. */
function findDifferences(): { files: number; differences: string[] } {
  const [grown, clean] = [listFiles(GROWN), listFiles(CLEAN)];
  const differences = [
    ...grown.filter((file) => !clean.includes(file)).map((file) => `${file} is too many`),
    ...clean.filter((file) => !grown.includes(file)).map((file) => `${file} is missing`),
  ];
  for (const file of clean) {
    if (grown.includes(file) && !read(GROWN, file).equals(read(CLEAN, file)))
      differences.push(`${file} differs: ${describe(read(GROWN, file), read(CLEAN, file))}`);
  }
  return { files: clean.length, differences };
}

/** Where two files begin to differ. */
function describe(grown: Buffer, clean: Buffer): string {
  const at = grown.findIndex((byte, position) => byte !== clean[position]);
  const [one, other] = [grown, clean].map((bytes) =>
    JSON.stringify(bytes.subarray(Math.max(0, at - 60), at + 60).toString()),
  );
  return `${one} is not ${other}`;
}

/**
 * Without what no two builds have in common: the moment at which a file was written, keys of Next that are drawn by lot, and the size
 * that a page had before it was finished.
 */
function read(root: string, file: string): Buffer {
  const bytes = readFileSync(path.join(root, 'site', file));
  if (file === 'addresses.json')
    return Buffer.from(JSON.stringify({ ...JSON.parse(bytes.toString()), earlier: undefined }));
  if (file === 'file-facts.json') return Buffer.from(bytes.toString().replace(/"stamp":"[^"]*"/g, ''));
  if (file === 'prerender-manifest.json')
    return Buffer.from(bytes.toString().replace(/"preview":\{[^}]*\}|"htmlSize":\d+/g, ''));
  return bytes;
}

async function prove(edit: Edit): Promise<string[]> {
  today = edit.today ?? today;
  await edit.apply(folder);
  try {
    await build(GROWN);
    await buildClean();
    const { files, differences } = findDifferences();
    console.info(`\n=== ${edit.name}: ${files} files, ${differences.length} differences`);
    for (const difference of differences.slice(0, 12)) console.info(`  ${difference}`);
    return differences;
  } finally {
    edit.undo?.(folder);
  }
}

await writeBlog(folder, Number(posts));
const failed: string[] = [];
try {
  await build(GROWN);
  for (const edit of listEdits()) {
    if (new RegExp(wanted).test(edit.name) && (await prove(edit)).length > 0) failed.push(edit.name);
  }
  console.info(
    `\n${failed.length === 0 ? 'All edits give the same site.' : `Not the same: ${failed.join(', ')}.`}`,
  );
} finally {
  for (const leftover of [folder, GROWN, CLEAN]) rmSync(leftover, { recursive: true, force: true });
}
process.exitCode = failed.length === 0 ? 0 : 1;
