import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnosis } from './diagnosis';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly optional?: boolean; readonly dev?: boolean }>
  >;
}

const REMEDY = 'Run `npm ci`.';

/** Compares what is installed in `folder` with its lock file. Packages that only development needs may be missing. */
export function checkPackages(folder: string): Diagnosis {
  const subject = 'Packages';
  const wanted = readLock(path.join(folder, 'package-lock.json'));
  const installed = readLock(path.join(folder, 'node_modules/.package-lock.json'));
  if (!wanted || !installed)
    return { subject, state: 'error', message: 'No packages are installed.', remedy: REMEDY };
  const other = Object.entries(wanted.packages)
    .filter(([name, { version, optional, dev }]) => {
      const found = installed.packages[name]?.version;
      return name !== '' && found !== version && !(found === undefined && (optional || dev));
    })
    .map(([name]) => name.replace(/^.*node_modules\//, ''));
  if (other.length === 0) return { subject, state: 'ok', message: 'as in package-lock.json' };
  const listed = other.slice(0, 5).join(', ') + (other.length > 5 ? ` and ${other.length - 5} more` : '');
  return {
    subject,
    state: 'error',
    message: `Missing, or of another version than in package-lock.json: ${listed}.`,
    remedy: REMEDY,
  };
}

function readLock(file: string): Lock | undefined {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as Lock;
}
