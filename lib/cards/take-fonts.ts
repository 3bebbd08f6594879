import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { convert } from 'fontverter';
import { createTypesetter } from './typesetter';

/** A package has its upright regular font in one file, or in many that have a part of its characters each. */
const REGULAR = /-400-normal\.woff$/;

/**
 * Writes those files of a package of Fontsource that have any of the characters into the folder `target`, as `.ttf`, with the licence
 * beside them. The names of the fonts that it wrote.
 */
export async function takeFonts(
  folder: string,
  characters: ReadonlySet<string>,
  target: string,
): Promise<string[]> {
  const files = path.join(folder, 'files');
  const written: string[] = [];
  let left = characters;
  for (const name of readdirSync(files).filter((name) => REGULAR.test(name))) {
    if (left.size === 0) break;
    const font = await convert(readFileSync(path.join(files, name)), 'sfnt');
    const missing = new Set(createTypesetter([font]).findMissing([...left].join(' ')));
    if (missing.size === left.size) continue;
    left = missing;
    mkdirSync(target, { recursive: true });
    writeFileSync(path.join(target, toFontName(name)), font);
    written.push(toFontName(name));
  }
  const licence = path.join(folder, 'LICENSE');
  if (written.length > 0 && existsSync(licence))
    copyFileSync(licence, path.join(target, `${path.basename(folder)}-licence.txt`));
  return written;
}

function toFontName(name: string): string {
  return name.replace(REGULAR, '.ttf');
}
