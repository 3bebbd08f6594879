import type { ContentIndex } from '../content/content-index';
import { type Problem, sortProblems } from '../content/problems';
import { findProblems } from './render';

/** Every problem of the whole content, front matter and bodies, in reading order. */
export async function checkContent(index: ContentIndex): Promise<Problem[]> {
  const documents = [...index.postsBySlug.values(), ...index.pages.values()];
  const found: Problem[] = [];
  for (const document of documents) found.push(...(await findProblems(document, index)));
  return sortProblems([...index.problems, ...found]);
}
