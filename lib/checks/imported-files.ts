import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DocumentFile } from '../content/read';
import { IMPORT_ENDINGS } from '../markdown/render/load-imports';

/** Where code names a file beside it. */
const RELATIVE = /['"](\.\.?\/[^'"\n]+)['"]/g;

/** Absolute paths of the files that a text imports, of those that these import, and so on. */
export function listImportedFiles({ format, source, folder }: DocumentFile): string[] {
  const found = new Set<string>();
  const follow = (code: string, from: string) => {
    for (const [, name = ''] of code.matchAll(RELATIVE)) {
      const file = IMPORT_ENDINGS.map((ending) => path.resolve(from, name + ending)).find(isFile);
      if (file === undefined || found.has(file)) continue;
      found.add(file);
      if (/\.[jt]sx?$/.test(file)) follow(readFileSync(file, 'utf8'), path.dirname(file));
    }
  };
  if (format === 'mdx') follow(source, folder);
  return [...found];
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
