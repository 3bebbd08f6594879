import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DocumentFile } from '../content/read';

/** Where code names a file beside it. */
const RELATIVE = /['"](\.\.?\/[^'"\n]+)['"]/g;
const ENDINGS = ['', '.tsx', '.jsx', '.ts', '.js'];

/** Absolute paths of the files that a text imports, of those that these import, and so on. */
export function listImportedFiles({ format, source, folder }: DocumentFile): string[] {
  const found = new Set<string>();
  const follow = (code: string, from: string) => {
    for (const [, name = ''] of code.matchAll(RELATIVE)) {
      const file = ENDINGS.map((ending) => path.resolve(from, name + ending)).find(isFile);
      if (file === undefined || found.has(file)) continue;
      found.add(file);
      if (/\.[jt]sx?$/.test(file)) follow(readFileSync(file, 'utf8'), path.dirname(file));
    }
  };
  if (format === 'mdx') follow(source, folder);
  return [...found];
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}
