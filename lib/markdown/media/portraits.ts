import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ContentIndex } from '../../content/content-index';
import { createReporter, type Problem, placeAt } from '../../content/problems';
import { readText } from '../../content/text-file';
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

/** Portraits that are not there, or are no images. */
export async function checkPortraits(index: ContentIndex): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { author } of index.authors.values()) {
    const media = await getPortrait(author, index.root);
    if (author.portrait === undefined || media?.width !== undefined) continue;
    const name = existsSync(path.join(index.root, 'authors.yml')) ? 'authors.yml' : 'authors.yaml';
    const { source } = readText(index.root, name, new Map());
    const place = placeAt(source, Math.max(source.indexOf(author.portrait), 0));
    const what = media ? 'is no image' : 'is missing';
    const message = `The portrait "${author.portrait}" of "${author.id}" ${what}.`;
    const remedy = 'Put an image of that name beside authors.yml, or correct the name.';
    problems.push(createReporter(name, source)(place, 'error', message, remedy));
  }
  return problems;
}
