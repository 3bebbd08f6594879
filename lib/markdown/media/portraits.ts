import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ContentIndex } from '../../content/content-index';
import type { Author } from '../../content/types';
import { getMedia, type Media } from './media';

/** The portrait of an author, a file beside `authors.yml`, with address and size. */
export async function getPortrait(
  { portrait }: Pick<Author, 'portrait'>,
  root: string,
): Promise<Media | undefined> {
  if (portrait === undefined) return undefined;
  const file = path.join(/* turbopackIgnore: true */ root, portrait);
  return existsSync(file) ? getMedia(file) : undefined;
}

/** The portraits of all authors who have a page. */
export async function listPortraits({ authors, root }: ContentIndex): Promise<Media[]> {
  const all = [...authors.values()].map(({ author }) => getPortrait(author, root));
  return (await Promise.all(all)).filter((media) => media !== undefined);
}
