import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compareExports } from './export-differences';

/**
 * Upgrades a blog as its author does: begins a fork at an earlier commit with the content of `e2e/own`, builds it, merges the
 * engine of today, and builds again. `npx tsx scripts/upgrade-a-fork.ts [commit]`; three commits ago by default. Ends with 1
 * where the merge has a conflict or the fork differs from the engine outside of what is its own; lists the pages that differ.
 */
const [base = 'HEAD~3'] = process.argv.slice(2);
const DAY = '2026-01-01';
const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-upgrade-'));
const fork = path.join(folder, 'fork');

function git(...args: string[]): string {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@ada.example'];
  return execFileSync('git', [...who, ...args], { cwd: fork, encoding: 'utf8' }).trim();
}

/** The packages of the working tree, where the fork asks for the same ones. */
function install(): void {
  rmSync(path.join(fork, 'node_modules'), { recursive: true, force: true });
  const lock = (place: string) => readFileSync(path.join(place, 'package-lock.json'), 'utf8');
  if (lock(fork) === lock('.'))
    execFileSync('cp', ['-al', path.resolve('node_modules'), path.join(fork, 'node_modules')]);
  else execFileSync('npm', ['ci'], { cwd: fork, stdio: 'ignore' });
}

function build(name: string): string {
  install();
  const env = { ...process.env, CONTENT_DIR: '', DIST_DIR: '', CACHE_DIR: '', TODAY: DAY };
  execFileSync('npm', ['run', 'build'], { cwd: fork, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const out = path.join(folder, name);
  renameSync(path.join(fork, 'out'), out);
  return out;
}

function begin(): void {
  execFileSync('git', ['clone', '--quiet', '--shared', '.', fork]);
  git('remote', 'rename', 'origin', 'upstream');
  git(
    'checkout',
    '--quiet',
    '-b',
    'blog',
    execFileSync('git', ['rev-parse', base], { encoding: 'utf8' }).trim(),
  );
  for (const name of readdirSync(path.join(fork, 'content')))
    rmSync(path.join(fork, 'content', name), { recursive: true });
  cpSync(path.join(fork, 'e2e/own'), path.join(fork, 'content'), { recursive: true });
  git('add', '--all');
  git('commit', '--quiet', '--message', 'feat: my blog');
}

function upgrade(): void {
  const before = build('before');
  const engine = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  console.info(git('merge', '--no-edit', engine).split('\n').at(-1));
  const foreign = git('diff', '--name-only', engine, '--', '.', ':!content', ':!public');
  console.info(foreign === '' ? 'The engine is that of today.' : `Differs from the engine: ${foreign}`);
  const { files, differences } = compareExports(before, build('after'));
  for (const difference of differences) console.info(difference);
  console.info(`${files} files, ${differences.length} different`);
  process.exitCode = foreign === '' ? 0 : 1;
}

try {
  begin();
  upgrade();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
