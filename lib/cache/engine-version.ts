import { createHash } from 'node:crypto';
import path from 'node:path';
import { findLastChange, hashFiles, listEngineFiles } from './engine-files';
import { hashModule } from './hash-module';
import { readLockedPackages } from './package-versions';

/** Milliseconds. In development sources change while the process runs; looking at all of them takes about 5 ms. */
const RECHECK = 500;

/**
 * Changes with all that decides what a module of the engine makes (`lib/markdown/compile/compile.ts`, a path from the
 * root of the repository): its source, the sources and packages it imports, directly or through others, and Node. Files
 * that it reads while it runs are not among them. Without a module, it changes with every file of the engine. Where the
 * sources are not deployed, it is the version that the build wrote into the code. Throws for a module that is not there.
 */
export function getEngineVersion(entry = ''): string {
  return getEngine().getVersion(entry);
}

/** Changes whenever a source changes, in development alone: there code is replaced while the process runs. */
export function getSourceState(): string {
  return isReplaced() ? getEngine().state : '';
}

/** False where only what a build made is deployed: nothing runs there that a later run could start from. */
export function hasSources(): boolean {
  return getEngine().files.includes(OWN);
}

/** This file. */
const OWN = 'lib/cache/engine-version.ts';

interface Engine {
  readonly root: string;
  readonly files: readonly string[];
  getVersion(entry: string): string;
  readonly state: string;
}

/** Whether code is replaced while the process runs. */
function isReplaced(): boolean {
  return process.env.NODE_ENV === 'development';
}

let engine: Engine | undefined;
let checkedAt = 0;

function getEngine(): Engine {
  const root = /* turbopackIgnore: true */ process.cwd();
  if (engine?.root === root && (!isReplaced() || Date.now() - checkedAt < RECHECK)) return engine;
  const files = listEngineFiles(root);
  const state = isReplaced() ? findLastChange(root, files) : '';
  if (engine?.root !== root || engine.state !== state)
    engine = { root, getVersion: readEngine(root, files), files, state };
  checkedAt = Date.now();
  return engine;
}

/** The versions of an engine and its modules as they are now; see `getEngineVersion`. */
export function readEngine(root: string, files = listEngineFiles(root)): Engine['getVersion'] {
  const locked = readLockedPackages(path.join(/* turbopackIgnore: true */ root, 'package-lock.json'));
  const repository = { root, locked, sources: new Map() };
  const versions = new Map<string, string>();
  const read = (entry: string) => {
    if (!files.includes(OWN)) return process.env.ENGINE_VERSION ?? '';
    const content = entry === '' ? hashFiles(root, files) : hashModule(repository, entry);
    return createHash('sha256').update(`${process.version} ${content}`).digest('hex').slice(0, 32);
  };
  return (entry) => {
    const version = versions.get(entry) ?? read(entry);
    versions.set(entry, version);
    return version;
  };
}
