import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listImports } from './list-imports';
import { type LockedPackages, listPackageVersions } from './package-versions';

export interface Source {
  readonly hash: string;
  /** Paths without ending. */
  readonly imports: readonly string[];
  readonly packages: readonly string[];
}

/** A repository: its folder, the packages it locks, and those of its sources that were read already. */
export interface Repository {
  readonly root: string;
  readonly locked: LockedPackages;
  readonly sources: Map<string, Source | undefined>;
}

/**
 * Hash of a module (a path from the root of the repository, with forward slashes) and of all that it imports, directly
 * or through others: sources, and the versions of packages. Types are left out. Throws where there is no such module.
 */
export function hashModule(repository: Repository, entry: string): string {
  const sources = collectSources(repository, entry);
  if (sources.size === 0) throw new Error(`There is no module ${entry}.`);
  const lines = [...sources].map(([file, { hash }]) => `${file} ${hash}`).sort();
  const packages = new Set([...sources.values()].flatMap((source) => source.packages));
  return hash([...lines, ...listPackageVersions(repository.locked, packages)].join('\n'));
}

function collectSources(repository: Repository, entry: string): Map<string, Source> {
  const found = new Map<string, Source>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const source = found.has(file) ? undefined : readSource(repository, file);
    if (!source) continue;
    found.set(file, source);
    for (const target of source.imports) {
      const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`];
      waiting.push(...candidates.filter((candidate) => readSource(repository, candidate)).slice(0, 1));
    }
  }
  return found;
}

function readSource({ root, sources }: Repository, file: string): Source | undefined {
  if (!sources.has(file)) sources.set(file, parseSource(root, file));
  return sources.get(file);
}

function parseSource(root: string, file: string): Source | undefined {
  const text = readIfThere(path.join(/* turbopackIgnore: true */ root, file));
  if (text === undefined) return undefined;
  const imports = listImports({ file, text }).filter(({ isType }) => !isType);
  return {
    hash: hash(text),
    imports: imports.filter(({ isOwn }) => isOwn).map(({ target }) => target),
    packages: imports.filter(({ isOwn }) => !isOwn).map(({ target }) => target),
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
