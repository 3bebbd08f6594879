import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getContentFolder } from '../../content/content-files';

/** Holds the compiled forms of texts, in the folder that functions have of the content: nothing there can compile. */
const FOLDER = '.compiled';

/** The path of a compiled form below such a folder. */
export function toCarriedPath(key: string): string {
  return path.join(FOLDER, `${key}.json`);
}

/** What a function carries of a text; undefined where there is no such folder, as in a build. */
export function readCarried(key: string): Buffer | undefined {
  try {
    return readFileSync(path.join(/* turbopackIgnore: true */ getContentFolder(), toCarriedPath(key)));
  } catch {
    return undefined;
  }
}
