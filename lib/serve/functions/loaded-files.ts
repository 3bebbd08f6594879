import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isBelow, toPosix } from './entry-files';

interface Loaded {
  /** Packages, each with all that it needs. */
  readonly packages: readonly string[];
  /** Folders of the project. */
  readonly folders: readonly string[];
}

/**
 * What routes load at a request besides Next and the build, by the beginning of their path. Traces name more: their imports lead to
 * what compiles texts, colours code and scales pictures, and all of that a build has done for what is carried.
 */
const LOADED: Readonly<Record<string, Loaded>> = {
  '/share/': { packages: [], folders: [] },
  '/cards/': { packages: ['harfbuzzjs', 'sharp'], folders: ['app/_shared/fonts'] },
};

/** The packages that a launcher of functions loads before the entry. */
const LAUNCHER = /^(next|react|react-dom|styled-jsx|@swc\/helpers|@next\/env)$/;

/** Whether a file, by its absolute path, is in a package that every function has. */
export function isOfLauncher(file: string): boolean {
  return LAUNCHER.test(readPackageName(file) ?? '');
}

/** For a route of the build in `distFolder`: whether it loads a file that its trace names, an absolute path. */
export function createLoadedTest(route: string, distFolder: string): (file: string) => boolean {
  const [, loaded] = Object.entries(LOADED).find(([start]) => route.startsWith(start)) ?? [];
  if (!loaded) return () => true;
  const packages = new Set<string>();
  for (const name of loaded.packages) addPackage(name, packages);
  const folders = [distFolder, ...loaded.folders.map((folder) => path.resolve(folder))];
  return (file) => {
    const name = readPackageName(file);
    if (name !== undefined) return LAUNCHER.test(name) || packages.has(name);
    return folders.some((folder) => isBelow(file, folder));
  };
}

/** The package of a file; the bundler names its own links to packages with a hash. */
function readPackageName(file: string): string | undefined {
  return /\/node_modules\/((?:@[^/]+\/)?[^/]+?)(?:-[0-9a-f]{16})?(?:\/|$)/.exec(toPosix(file))?.[1];
}

function addPackage(name: string, found: Set<string>): void {
  if (found.has(name)) return;
  const manifest = readManifest(name);
  if (!manifest) return;
  found.add(name);
  for (const needed of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }))
    addPackage(needed, found);
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Undefined for what is not installed, as packages for other systems. */
function readManifest(name: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(path.resolve('node_modules', name, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}
