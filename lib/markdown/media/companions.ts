import { existsSync } from 'node:fs';
import path from 'node:path';

/** Attributes for what lies beside a file under a name of its own, with the file each of them names. */
export type Companions = Readonly<Partial<Record<'data-dark' | 'data-track' | 'poster', string>>>;

const IMAGE = /^\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
const FILM = /^\.(?:mp4|m4v|mov|webm)$/i;
const POSTERS = ['avif', 'webp', 'jpg', 'jpeg', 'png'];

/**
 * `photo.dark.png` beside `photo.png` is its form for the dark theme, `film.vtt` beside `film.mp4` its subtitles, and
 * `film.poster.jpg` what it shows before it plays.
 */
export function findCompanions(file: string): Companions {
  const { dir, name, ext } = path.parse(file);
  // Without this the whole project counts as read by each route, and is deployed with it.
  const beside = (other: string) => path.join(/* turbopackIgnore: true */ dir, `${name}.${other}`);
  if (IMAGE.test(ext)) return onlyThere('data-dark', [beside(`dark${ext}`)]);
  if (!FILM.test(ext)) return {};
  const posters = POSTERS.map((format) => beside(`poster.${format}`));
  return { ...onlyThere('data-track', [beside('vtt')]), ...onlyThere('poster', posters) };
}

function onlyThere(attribute: keyof Companions, files: readonly string[]): Companions {
  const file = files.find((one) => existsSync(one));
  return file === undefined ? {} : { [attribute]: file };
}
