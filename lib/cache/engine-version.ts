import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { hashModule, type Repository } from './hash-module';
import { readLockedPackages } from './package-versions';

/** Files and folders that the engine consists of. */
const ENGINE = [
  'app',
  'components',
  'lib',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
];

/** Tests and fixtures change nothing that is built. */
const TEST = /\.test\.tsx?$|(^|\/)fixtures(\/|$)/;

/** Milliseconds. In development sources change while the process runs; looking at all of them takes about 5 ms. */
const RECHECK = 500;

/**
 * Changes with all that decides what a module of the engine makes (`lib/markdown/compile/compile.ts`, a path from the
 * root of the repository): its source, the sources and packages it imports, directly or through others, and Node. Files
 * that it reads while it runs are not among them. Without a module, it changes with every file of the engine. Where the
 * sources are not deployed, it is the version that the build wrote into the code. Throws for a module that is not there.
 */
export function getEngineVersion(entry = ''): string {
  const known = getEngine();
  const version = known.versions.get(entry) ?? toVersion(known, entry);
  known.versions.set(entry, version);
  return version;
}

/** Changes whenever a source changes, in development alone: there code is replaced while the process runs. */
export function getSourceState(): string {
  return getEngine().state;
}

interface Engine {
  readonly repository: Repository;
  /** Paths from the root of the repository, with forward slashes, sorted; none where they are not deployed. */
  readonly files: readonly string[];
  readonly versions: Map<string, string>;
  readonly state: string;
  checkedAt: number;
}

let engine: Engine | undefined;

function getEngine(): Engine {
  const isFixed = process.env.NODE_ENV !== 'development';
  if (engine && (isFixed || Date.now() - engine.checkedAt < RECHECK)) return engine;
  const files = listSources();
  const state = isFixed ? '' : findLastChange(files);
  if (engine?.state !== state) engine = { ...readEngine(), files, state };
  engine.checkedAt = Date.now();
  return engine;
}

function readEngine() {
  const locked = readLockedPackages(toPath('package-lock.json'));
  return { repository: { root: toPath(''), locked, sources: new Map() }, versions: new Map(), checkedAt: 0 };
}

function toVersion({ repository, files }: Engine, entry: string): string {
  if (!files.includes('lib/cache/engine-version.ts')) return process.env.ENGINE_VERSION ?? '';
  const hash = createHash('sha256').update(process.version);
  if (entry === '') for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(toPath(file)));
  else hash.update(hashModule(repository, entry));
  return hash.digest('hex').slice(0, 32);
}

function listSources(): string[] {
  return ENGINE.flatMap((name) => {
    const kind = statSync(toPath(name), { throwIfNoEntry: false });
    if (!kind?.isDirectory()) return kind ? [name] : [];
    return readdirSync(toPath(name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(toPath(''), path.join(entry.parentPath, entry.name)))
      .map((file) => file.split(path.sep).join('/'));
  })
    .filter((file) => !TEST.test(file))
    .sort();
}

function findLastChange(files: readonly string[]): string {
  const times = files.map((file) => statSync(toPath(file), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return `${files.length} ${Math.max(0, ...times)}`;
}

function toPath(file: string): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), file);
}
