import { parseAuthors } from '../content/authors';
import type { ContentIndex } from '../content/content-index';
import { createReporter, type Problem, placeAt } from '../content/problems';
import { getPortrait } from '../markdown/media/portraits';

/** Portraits that are not there, or are no images. */
export async function checkPortraits({ files, root }: ContentIndex): Promise<Problem[]> {
  const { authors } = files;
  if (!authors) return [];
  const report = createReporter(authors.file, authors.source);
  const problems: Problem[] = [];
  for (const { id, portrait } of parseAuthors(authors).entries.values()) {
    if (portrait === undefined) continue;
    const media = await getPortrait({ portrait }, root);
    if (media?.width !== undefined) continue;
    const place = placeAt(authors.source, Math.max(authors.source.indexOf(portrait), 0));
    const message = `The portrait "${portrait}" of "${id}" ${media ? 'is no image' : 'is missing'}.`;
    const remedy = 'Put an image of that name beside authors.yml, or correct the name.';
    problems.push(report(place, 'error', message, remedy));
  }
  return problems;
}
