import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import { findStop } from '../bundles/lost-imports';
import { createProcessCache, createProcessState } from '../cache/process-cache';

/**
 * Whether the bundler of Next can be given a file of components, with all that it imports. It would answer for no page at all
 * while one of them has an error; the page that shows it says what is wrong (`lib/checks/check-imports.ts`).
 */
export function isUsable(file: string): boolean {
  const known = usable.get(file);
  if (known?.every(({ part, stamp }) => stamp === stampOf(part))) return true;
  if (unusable.stamps.get(file) === stampOf(file)) return false;
  const parts = listParts(file);
  if (!parts) {
    unusable.stamps.set(file, stampOf(file));
    return false;
  }
  usable.set(
    file,
    parts.map((part) => ({ part, stamp: stampOf(part) })),
  );
  return true;
}

/** Files of components without errors, with the state of each file that they are made of. */
const usable = createProcessCache<string, readonly { part: string; stamp: string }[]>('usable components');

/** Files with errors, and their own states: of what other files they are made nobody knows. */
const unusable = createProcessState('unusable components', () => ({ stamps: new Map<string, string>() }));

/** To be called where other files than texts have changed: an error may be gone. */
export function forgetUnusable(): void {
  unusable.stamps.clear();
}

/** The files of which it is made; undefined where it cannot be made. */
function listParts(file: string): string[] | undefined {
  try {
    const { metafile } = buildSync({
      absWorkingDir: process.cwd(),
      entryPoints: [file],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      jsx: 'automatic',
      packages: 'external',
      loader: Object.fromEntries(OPAQUE.map((ending) => [`.${ending}`, 'empty'])),
      tsconfig: path.resolve('tsconfig.json'),
      logLevel: 'silent',
    });
    const parts = Object.keys(metafile.inputs).map((part) => path.resolve(part));
    const isSound = parts.every((part) => OPAQUE_FILE.test(part) || findStop(part) === undefined);
    return isSound && listPackages(metafile).every((name) => isInstalled(name, file)) ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** What the bundler of Next makes of these is not known here. */
const OPAQUE = 'css module.css scss sass svg png jpg jpeg gif webp avif woff2'.split(' ');

const OPAQUE_FILE = new RegExp(`\\.(json|${OPAQUE.join('|')})$`);

function listPackages({ inputs }: Metafile): string[] {
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  return imports.filter(({ external }) => external).map((found) => found.path);
}

function isInstalled(name: string, file: string): boolean {
  if (name.startsWith('node:')) return true;
  try {
    createRequire(file).resolve(name);
    return true;
  } catch (error) {
    // Packages for `import` alone are found, and refused. Another folder than that of the project has none of its own.
    return (error as { code?: string }).code !== 'MODULE_NOT_FOUND' || isOfProject(name, file);
  }
}

function isOfProject(name: string, file: string): boolean {
  const project = path.resolve('index.js');
  return path.dirname(file) !== path.dirname(project) && isInstalled(name, project);
}

function stampOf(file: string): string {
  const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
  return `${mtimeMs}:${size}`;
}
