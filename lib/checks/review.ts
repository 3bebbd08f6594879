import type { ContentIndex, DocumentText } from '../content/content-index';
import { completeProblems, type Problem, sortProblems } from '../content/problems';
import type { ContentFiles } from '../content/read';
import type { CompiledText } from '../markdown/compile/compile';
import { getCompiled } from '../markdown/compile/compiled';
import { resolveTarget } from '../markdown/links/links';
import { listReferences } from '../markdown/links/list-references';
import { checkTarget } from '../markdown/links/resolve';
import { checkPortraits } from '../markdown/media/portraits';
import { findThrown } from '../markdown/render/dry-run';
import { type GetText, reviewLinks } from './check-links';
import { reviewPosts } from './check-posts';
import { findUnusedFiles } from './unused-files';

/** The documents of an index whose texts can be looked at, also those whose front matter has errors. */
export function listTexts(index: ContentIndex): DocumentText[] {
  return [
    ...new Set<DocumentText>([
      ...index.postsBySlug.values(),
      ...index.pages.values(),
      ...index.scheduled,
      ...index.broken.flatMap(({ text }) => text ?? []),
    ]),
  ];
}

/**
 * Everything that is wrong or could be better in the whole content, in reading order. `texts` holds the outline of
 * each document by its file.
 */
export async function reviewContent(
  files: ContentFiles,
  index: ContentIndex,
  texts: ReadonlyMap<string, CompiledText>,
): Promise<Problem[]> {
  const getText: GetText = async (document) => texts.get(document.file) ?? (await getCompiled(document));
  const found: Problem[] = [];
  const references = new Map([...texts].map(([file, text]) => [file, text.references]));
  for (const document of listTexts(index)) {
    const text = await withRunReferences(await getText(document), document);
    references.set(document.file, text.references);
    found.push(...(await reviewText(text, document, index, getText)));
  }
  const unused = findUnusedFiles(files, references);
  return sortProblems([
    ...index.problems,
    ...found,
    ...reviewPosts(files, index),
    ...unused,
    ...(await checkPortraits(index)),
  ]);
}

/** Everything that is wrong or could be better in the text of one document. */
export async function reviewDocument(document: DocumentText, index: ContentIndex): Promise<Problem[]> {
  const text = await withRunReferences(await getCompiled(document), document);
  return reviewText(text, document, index, getCompiled);
}

/** The same text with the addresses that only running the code of its author tells, which an outline does not. */
async function withRunReferences(text: CompiledText, document: DocumentText): Promise<CompiledText> {
  if (!text.hasExpressions) return text;
  return { ...text, references: await listReferences(await getCompiled(document), document) };
}

async function reviewText(
  text: CompiledText,
  document: DocumentText,
  index: ContentIndex,
  getText: GetText,
): Promise<Problem[]> {
  const targets = text.references.flatMap((reference) =>
    checkTarget(reference, resolveTarget(reference.url, document, index)),
  );
  // Only a text with code of its author needs to be compiled to see whether that runs.
  const thrown = text.hasExpressions ? await findThrown(await getCompiled(document), document.bodyLine) : [];
  const links = await reviewLinks(text, document, index, getText);
  const source = '\n'.repeat(document.bodyLine - 1) + document.body;
  const all = [...text.problems, ...targets, ...thrown, ...links, ...text.suggestions];
  return completeProblems(all, document.file, source);
}
