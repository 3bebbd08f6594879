import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const ENGINE = ['app', 'components', 'lib', 'public', 'next.config.ts', 'package-lock.json'];

/**
 * A name for what is built: the same engine, content and day give the same one, so that two builds of the same site
 * are alike byte for byte. Next writes it into addresses and pages.
 */
export function toBuildId(contentFolder: string, day: string): string {
  const hash = createHash('sha256').update(day);
  for (const root of [...ENGINE, contentFolder]) {
    for (const [name, file] of listFiles(path.resolve(root))) {
      hash.update(`\0${name}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 20);
}

/** Files below a folder, or the file itself, in the order of their names. */
function listFiles(root: string): [name: string, file: string][] {
  const kind = statSync(root, { throwIfNoEntry: false });
  if (!kind) return [];
  if (kind.isFile()) return [[path.basename(root), root]];
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .map((name): [string, string] => [name.split(path.sep).join('/'), path.join(root, name)])
    .filter(([, file]) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
