import type { ContentIndex, DocumentText } from '../content/content-index';
import { type Problem, sortProblems } from '../content/problems';
import { checkPortraits } from '../markdown/media/portraits';
import { findProblems } from '../markdown/render/render';

/**
 * Every problem of the whole content, front matter and bodies, in reading order. Scheduled posts are checked as well:
 * the build that publishes them has nobody at hand to mend them.
 */
export async function checkContent(index: ContentIndex): Promise<Problem[]> {
  const documents = new Set<DocumentText>([
    ...index.postsBySlug.values(),
    ...index.pages.values(),
    ...index.scheduled,
    ...index.broken.flatMap(({ text }) => text ?? []),
  ]);
  const found: Problem[] = [];
  for (const document of documents) found.push(...(await checkDocument(document, index)));
  return sortProblems([...index.problems, ...found, ...(await checkPortraits(index))]);
}

/** Every problem of one document's body. */
export async function checkDocument(document: DocumentText, index: ContentIndex): Promise<Problem[]> {
  return findProblems(document, index);
}
