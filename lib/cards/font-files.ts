import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createProcessCache } from '../cache/process-cache';

/** Folder of the content with fonts for scripts that the blog's own font lacks, in the order of their names. */
export const FONT_FOLDER = 'fonts';

const OWN = path.join('app', '_shared', 'fonts');
const FILES = { roman: 'colophon-serif-card.ttf', italic: 'colophon-serif-card-italic.ttf' } as const;

/** Raised where text in these is set in another way, so that their cards have other addresses. */
const SETTING = '2';

/** The fonts that cards are set in: the engine's own first, then those of the content folder. */
export function readFonts(root: string, style: keyof typeof FILES): Buffer[] {
  const own = path.join(/* turbopackIgnore: true */ process.cwd(), OWN, FILES[style]);
  return [own, ...listFurther(root)].map((file) => readFileSync(file));
}

/** Changes with any of the content's own fonts; read once for a content folder. */
export function getFontsVersion(root: string): string {
  return versions.getOrCreate(root, () => {
    const hash = createHash('sha256');
    for (const file of listFurther(root)) hash.update(SETTING).update(readFileSync(file));
    return hash.digest('hex');
  });
}

const versions = createProcessCache<string, string>('versions of fonts');

function listFurther(root: string): string[] {
  const folder = path.join(/* turbopackIgnore: true */ root, FONT_FOLDER);
  try {
    const names = readdirSync(folder).filter((name) => /\.(ttf|otf)$/i.test(name));
    return names.sort().map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}
