import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Files of a content folder, relative to it, that are still those which the engine brings along. What somebody changed is no
 * longer one of them.
 */
export function listShowcase(root: string): string[] {
  return Object.entries(readShowcase())
    .filter(([file, hash]) => existsSync(path.join(root, file)) && hashFile(path.join(root, file)) === hash)
    .map(([file]) => file);
}

/** The files of the showcase as they were recorded, with a hash of each. */
export function readShowcase(): Record<string, string> {
  return JSON.parse(readFileSync(new URL('./showcase.json', import.meta.url), 'utf8'));
}

/** Of the bytes of a file, with the line ends of a checkout on any system. */
export function hashFile(file: string): string {
  const bytes = readFileSync(file).toString('latin1').replaceAll('\r\n', '\n');
  return createHash('sha256').update(bytes, 'latin1').digest('hex').slice(0, 16);
}
