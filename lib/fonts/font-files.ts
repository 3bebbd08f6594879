import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '../site/site';
import { mediaPath } from '../urls';
import { type FaceFacts, readWoff2 } from './woff2';

/** Folder of the content with the fonts of the blogger. */
const FONT_FOLDER = 'fonts';

export type Role = 'text' | 'code';

/** A font file that the settings name, at its address on the site. */
export interface FontFile extends FaceFacts {
  readonly role: Role;
  readonly style: 'regular' | 'italic' | 'bold';
  /** Of the family, in style sheets. */
  readonly family: string;
  /** Relative to the content folder. */
  readonly file: string;
  /** Address that changes with the file's bytes. */
  readonly path: string;
  readonly hash: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** A font file that cannot be used, and why. */
export interface FaceFailure {
  readonly file: string;
  readonly reason: string;
}

/** The font files of the blog's own fonts, read from the content folder `root`. Never throws. */
export function readFontFiles(
  { fonts = {} }: Pick<Site, 'fonts'>,
  root: string,
): { files: FontFile[]; failures: FaceFailure[] } {
  const files: FontFile[] = [];
  const failures: FaceFailure[] = [];
  for (const role of ['text', 'code'] as const) {
    const font = fonts[role];
    if (font === undefined || typeof font === 'string') continue;
    for (const style of ['regular', 'italic', 'bold'] as const) {
      const name = font[style];
      if (name === undefined) continue;
      const file = `${FONT_FOLDER}/${name}`;
      try {
        const bytes = readFileSync(path.join(/* turbopackIgnore: true */ root, file));
        const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
        const address = { path: mediaPath(hash, name), hash, name, file };
        files.push({ role, style, family: font.name, ...address, bytes, ...readWoff2(bytes) });
      } catch (error) {
        failures.push({ file, reason: toReason(error) });
      }
    }
  }
  return { files, failures };
}

function toReason(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'there is no such file';
  return error instanceof Error ? error.message : String(error);
}
