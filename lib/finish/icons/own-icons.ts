import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { replaceFile } from '../../cache/replace-file';
import type { ContentIndex } from '../../content/content-index';
import { getDrawnColours } from '../../site/own-colours';
import { readOwnIcon } from '../../site/own-icon';
import { drawIcons } from './draw-icons';

/** SHA-256 of the engine's files in `public`, of which a blog with an icon or colours of its own shows none. */
const ENGINE_FILES = new Set([
  'b32ebd1825cf1596733c571325924bd29a03ffb249e16939de8814de559a42de',
  '97a8dd6c11af765aea33d53271e33a4cd4a399a9083f80ccdd0933513e21005a',
]);

/** Where a build has them. */
const FOLDER = 'icons';

type Blog = Pick<ContentIndex, 'root' | 'site' | 'files'>;

/** Draws into the build in `distFolder` what browsers ask for by a fixed name, where the blog has an icon or colours of its own. */
export async function writeOwnIcons(distFolder: string, blog: Blog): Promise<void> {
  const folder = path.join(distFolder, FOLDER);
  const icons = await drawOwnIcons(blog);
  if (icons.size === 0) rmSync(folder, { recursive: true, force: true });
  else mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of icons) {
    // With the forms of the one before.
    for (const file of readdirSync(folder)) if (file.startsWith(name)) rmSync(path.join(folder, file));
    replaceFile(path.join(folder, name), bytes);
  }
}

/** The same into `public` in the place of the engine's files, for a host that takes them from there and keeps no working copy. */
export async function replaceEngineIcons(blog: Blog, publicFolder = 'public'): Promise<void> {
  for (const [name, bytes] of await drawOwnIcons(blog)) {
    const file = path.join(publicFolder, name);
    if (isEngineFile(file)) replaceFile(file, bytes);
  }
}

/** The files of a build that stand for the engine's of the same name in `public`, by name. Files that are the blog's own win. */
export function listOwnIcons(distFolder: string, publicFolder: string): ReadonlyMap<string, string> {
  const folder = path.join(distFolder, FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(ico|png)$/.test(name)) : [];
  return new Map(
    names
      .filter((name) => isEngineFile(path.join(publicFolder, name)))
      .map((name) => [name, path.join(folder, name)]),
  );
}

/** None where nothing is the blog's own. */
async function drawOwnIcons(blog: Blog): Promise<ReadonlyMap<string, Buffer>> {
  const icon = readOwnIcon(blog.root);
  const colours = getDrawnColours(blog, 'light');
  const plain = getDrawnColours({ site: {}, files: {} }, 'light');
  return icon || !isDeepStrictEqual(colours, plain) ? drawIcons(colours, icon) : new Map();
}

function isEngineFile(file: string): boolean {
  if (!existsSync(file)) return false;
  return ENGINE_FILES.has(createHash('sha256').update(readFileSync(file)).digest('hex'));
}
