import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The files below `folder`, by their paths with forward slashes. */
export function listPublicFiles(folder = 'public'): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) =>
        path.relative(folder, path.join(parentPath, name)).split(path.sep).join('/'),
      ),
  );
}

/** What Next renders for the address of a file: `posts/x.md` is rewritten to `markdown/x`. */
export function toRouteName(name: string): string {
  return name.replace(/^posts\/([^/]+)\.md$/, 'markdown/$1');
}

/** The file of `public` that would answer at the percent-encoded address of an output. */
export function toPublicName(address: string): string {
  return decodeURI(address)
    .slice(1)
    .replace(/^markdown\/(.+)$/, 'posts/$1.md');
}
