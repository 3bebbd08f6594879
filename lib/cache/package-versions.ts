import { readFileSync } from 'node:fs';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The packages of a `package-lock.json` by the folder they are installed in. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** Reads a `package-lock.json`; one that is missing or damaged names no packages. */
export function readLockedPackages(file: string): LockedPackages {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** The versions of the packages named and of all that they depend on, sorted. */
export function listPackageVersions(locked: LockedPackages, names: Iterable<string>): string[] {
  const found = new Map<string, string>();
  const waiting: [name: string, from: string][] = [...names].map((name) => [toPackage(name), '']);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const folder = findFolder(locked, ...next);
    const entry = folder === undefined ? undefined : locked[folder];
    if (folder === undefined || !entry || found.has(folder)) continue;
    found.set(folder, `${folder} ${entry.version} ${entry.integrity}`);
    const needed = { ...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies };
    for (const name of Object.keys(needed)) waiting.push([name, folder]);
  }
  return [...found.values()].sort();
}

/** `@mdx-js/mdx` for `@mdx-js/mdx/internal`. */
function toPackage(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Where Node finds a package that another one asks for: in its own folder first, then in those around it. */
function findFolder(locked: LockedPackages, name: string, from: string): string | undefined {
  for (let around = from; ; around = around.slice(0, Math.max(around.lastIndexOf('node_modules/') - 1, 0))) {
    const folder = `${around === '' ? '' : `${around}/`}node_modules/${name}`;
    if (locked[folder]) return folder;
    if (around === '') return undefined;
  }
}
