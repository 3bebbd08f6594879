import { cpSync, existsSync, readdirSync, rmSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { COMPRESSED_FORMS } from '../finish/compress';
import { PUBLIC } from './list-addresses';

/**
 * Brings the copy of `public` in a build up to date, so that what is served does not change before the next build. Files that
 * did not change are left, with their compressed forms; no other is written in place, since it may be a link to that of the
 * build before.
 */
export function copyPublic(distFolder: string, original = PUBLIC): void {
  const copy = path.join(distFolder, PUBLIC);
  const [wanted, existing] = [listFiles(original), listFiles(copy)];
  for (const [name, { stamp }] of existing) {
    if (wanted.get(name)?.stamp !== stamp && !isCompressedForm(name, wanted))
      rmSync(path.join(copy, name), { force: true });
  }
  for (const [name, { stamp }] of wanted) {
    if (existing.get(name)?.stamp === stamp) continue;
    rmSync(path.join(copy, name), { force: true });
    cpSync(path.join(original, name), path.join(copy, name), { dereference: true, preserveTimestamps: true });
  }
}

/** Whether the copy has every file of `public` as it is now, and no others. */
export function isPublicCurrent(distFolder: string, original = PUBLIC): boolean {
  const [wanted, existing] = [listFiles(original), listFiles(path.join(distFolder, PUBLIC))];
  return (
    [...wanted].every(([name, { stamp }]) => existing.get(name)?.stamp === stamp) &&
    [...existing.keys()].every((name) => wanted.has(name) || isCompressedForm(name, wanted))
  );
}

/** The files below a folder with their sizes and times. */
function listFiles(folder: string): Map<string, { readonly stamp: string }> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name): [string, Stats] => [name, statSync(path.join(folder, name))])
      .filter(([, stats]) => stats.isFile())
      // Copies keep the time to the second on every file system.
      .map(([name, { size, mtimeMs }]) => [name, { stamp: `${size} ${Math.round(mtimeMs / 1000)}` }]),
  );
}

function isCompressedForm(name: string, files: ReadonlyMap<string, unknown>): boolean {
  return COMPRESSED_FORMS.some((form) => name.endsWith(`.${form}`) && files.has(name.slice(0, -3)));
}
