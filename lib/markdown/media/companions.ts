import { existsSync } from 'node:fs';
import path from 'node:path';

/** Attributes for what lies beside a file under a name of its own, with the file each of them names. */
export type Companions = Readonly<Partial<Record<'data-dark' | 'data-track', string>>>;

const IMAGE = /^\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
const FILM = /^\.(?:mp4|m4v|mov|webm)$/i;

/** `photo.dark.png` beside `photo.png` is its form for the dark theme, `film.vtt` beside `film.mp4` its subtitles. */
export function findCompanions(file: string): Companions {
  const { dir, name, ext } = path.parse(file);
  const beside = (other: string) => path.join(dir, other);
  if (IMAGE.test(ext)) return onlyThere('data-dark', beside(`${name}.dark${ext}`));
  if (FILM.test(ext)) return onlyThere('data-track', beside(`${name}.vtt`));
  return {};
}

function onlyThere(attribute: keyof Companions, file: string): Companions {
  return existsSync(file) ? { [attribute]: file } : {};
}
