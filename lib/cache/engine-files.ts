import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

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

/** The files of an engine: paths from its root with forward slashes, sorted. None where sources are not deployed. */
export function listEngineFiles(root: string): string[] {
  return ENGINE.flatMap((name) => listBelow(root, name))
    .filter((file) => !TEST.test(file))
    .sort();
}

function listBelow(root: string, name: string): string[] {
  const kind = statSync(locate(root, name), { throwIfNoEntry: false });
  if (!kind?.isDirectory()) return kind ? [name] : [];
  return readdirSync(locate(root, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'));
}

/** Hash of the names and bytes of files. */
export function hashFiles(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(locate(root, file)));
  return hash.digest('hex');
}

/** Changes when one of the files is written, and when there are more or fewer. */
export function findLastChange(root: string, files: readonly string[]): string {
  const times = files.map((file) => statSync(locate(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return `${files.length} ${Math.max(0, ...times)}`;
}

/** Node reads these when it runs; the bundler of Next would take them for files to deploy. */
function locate(root: string, file: string): string {
  return path.join(/* turbopackIgnore: true */ root, file);
}
