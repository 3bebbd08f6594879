import type { ContentIndex } from '../content/content-index';
import { completeProblems, type Problem, padBody } from '../content/problems';
import { checkImages } from './check-images';
import { checkImports } from './check-imports';
import { checkLinks, type GetText } from './check-links';
import type { DocumentBody } from './read-bodies';

/** Every problem of the body of one document: what keeps it from being shown, its components and where its links lead. */
export async function checkBody(
  { document, text, body }: DocumentBody,
  index: ContentIndex,
  getText: GetText,
): Promise<Problem[]> {
  const links = await checkLinks(body.references, document, index, getText);
  const images = checkImages(body.references);
  const imports = await checkImports(text.imports, document, index);
  return completeProblems(
    [...body.problems, ...links, ...images, ...imports],
    document.file,
    padBody(document),
  );
}
