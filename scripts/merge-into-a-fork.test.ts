import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'playwright/test';
import { init } from '../lib/cli/init';
import { keepEnvironment } from './keep-environment';

keepEnvironment();

/** What the fork makes is in here: the repository stays as it is. */
let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-fork-'));
  mkdirSync(path.join(folder, 'objects'));
});

test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('forks that were begun since the showcase was recorded merge the engine of today without a conflict', async () => {
  const isShallow = git(['rev-parse', '--is-shallow-repository']);
  expect(isShallow, 'This takes the whole history: git fetch --unshallow').toBe('false');
  // With what is not committed yet.
  const today = git(['stash', 'create']) || git(['rev-parse', 'HEAD']);
  const recorded = git(['log', '-1', '--format=%H', '--', 'lib/cli/showcase.json']);
  const since = git(['rev-list', '--first-parent', `${recorded}..HEAD`]).split('\n');
  const bases = [recorded, ...since.slice(2, 3)];
  for (const base of bases) {
    const fork = await commitFork(base);
    expect(listChanges(base, fork, '.', ':!content', ':!public')).toEqual([]);
    const { status, output, tree } = merge(fork, today);
    expect(status, `A fork of ${base}:\n${output}`).toBe(0);
    expect(listChanges(today, tree, '.', ':!content', ':!public')).toEqual([]);
    expect(listChanges(fork, tree, 'content', 'public')).toEqual(listChanges(base, today, 'public'));
  }
});

test('an engine that changed a file of the showcase conflicts with each of them', async () => {
  const base = git(['rev-parse', 'HEAD']);
  const fork = await commitFork(base);
  const changed = await commit(base, (work) => {
    writeFileSync(path.join(work, 'content/site.ts'), 'export default {};\n');
  });
  const { status, output } = merge(fork, changed);
  expect(status).toBe(1);
  expect(output).toContain('content/site.ts');
});

/** As a blogger makes it: `npm run init`, then posts and everything else that a blog can bring along. */
function commitFork(base: string): Promise<string> {
  return commit(base, async (work) => {
    process.env.CONTENT_DIR = path.join(work, 'content');
    const [output, error] = [new PassThrough(), new PassThrough()];
    const flags = ['--title', 'Ada', '--url', 'https://ada.example', '--author', 'Ada'];
    const code = await init(flags, { input: Readable.from([]), output, error });
    expect(code, String(error.read())).toBe(0);
    cpSync('e2e/own', process.env.CONTENT_DIR, { recursive: true });
    for (const file of ['robots.txt', 'favicon.ico'])
      writeFileSync(path.join(work, 'public', file), 'Mine.\n');
  });
}

/** Commits what `change` makes of `content` and `public` of a commit. */
async function commit(base: string, change: (work: string) => void | Promise<void>): Promise<string> {
  const work = mkdtempSync(path.join(folder, 'work-'));
  const own = { GIT_INDEX_FILE: path.join(work, '.index'), GIT_WORK_TREE: work };
  git(['read-tree', base], own);
  git(['checkout-index', '--all'], own);
  await change(work);
  git(['add', '--all', '--force', 'content', 'public'], own);
  return git(['commit-tree', git(['write-tree'], own), '-p', base, '-m', 'feat: my blog'], own);
}

/** Merges without a working copy. `output` names the conflicts. */
function merge(fork: string, engine: string): { status: number | null; output: string; tree: string } {
  const { status, stdout, stderr } = spawnSync('git', ['merge-tree', '--write-tree', fork, engine], {
    encoding: 'utf8',
    env: toEnvironment(),
  });
  const [tree = ''] = stdout.split('\n');
  return { status, output: stdout + stderr, tree };
}

function listChanges(from: string, to: string, ...paths: string[]): string[] {
  return git(['diff', '--name-only', from, to, '--', ...paths])
    .split('\n')
    .filter((name) => name !== '');
}

function git(args: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
  const env = toEnvironment(environment);
  return execFileSync('git', args, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** Objects are written below the folder of the test; git need not know who commits. */
function toEnvironment(further: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const objects = execFileSync('git', ['rev-parse', '--path-format=absolute', '--git-path', 'objects'], {
    encoding: 'utf8',
  }).trim();
  const [name, mail] = ['Ada', 'ada@ada.example'];
  return {
    ...process.env,
    GIT_DIR: execFileSync('git', ['rev-parse', '--absolute-git-dir'], { encoding: 'utf8' }).trim(),
    GIT_OBJECT_DIRECTORY: path.join(folder, 'objects'),
    GIT_ALTERNATE_OBJECT_DIRECTORIES: objects,
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: mail,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: mail,
    ...further,
  };
}
