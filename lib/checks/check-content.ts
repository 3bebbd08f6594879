import { asSeenBy } from '../content/build-index';
import type { ContentIndex } from '../content/content-index';
import { checkPermalinks, readPermalinks } from '../content/permalinks';
import { type Problem, sortProblems } from '../content/problems';
import { getCompiled } from '../markdown/compile/compiled';
import { checkBody } from './check-body';
import { checkCards } from './check-cards';
import { checkExternalLinks } from './check-external-links';
import { checkFiles } from './check-files';
import { checkFolderLinks } from './check-folder-links';
import { checkFonts } from './check-fonts';
import { checkIcon } from './check-icon';
import { checkPortraits } from './check-portraits';
import { checkStyle } from './check-style';
import { checkTags } from './check-tags';
import { checkTitles } from './check-titles';
import { listDocuments } from './list-documents';
import { compileBodies, outlineBodies, readBody } from './read-bodies';

export interface CheckOptions {
  /** True where pages are rendered after the check: the bodies they show are compiled, in threads where there are many. */
  readonly compile?: boolean;
  /** Fetches links to other sites as well, and is given what is being done. */
  readonly notifyOfFetching?: (line: string) => void;
}

/**
 * Every problem of the content in reading order, drafts and scheduled posts included: what `npm run check`, a build, the
 * author's bar and all others show. The same for every audience; an error of a draft keeps no build from being made, see
 * `findBlocking`.
 */
export async function checkContent(given: ContentIndex, options: CheckOptions = {}): Promise<Problem[]> {
  const index = asSeenBy(given, 'author');
  const documents = listDocuments(index);
  if (options.compile) await compileBodies(listDocuments(given));
  const bodies = await outlineBodies(documents, index, given);
  const getText = async (file: string) => bodies.get(file)?.text;
  const ofBodies: Problem[] = [];
  for (const body of bodies.values()) ofBodies.push(...(await checkBody(body, index, getText)));
  const { notifyOfFetching } = options;
  return sortProblems([
    ...index.problems,
    ...ofBodies,
    ...checkTitles(index),
    ...checkTags(index),
    ...checkFiles(index, bodies),
    ...checkFolderLinks(index),
    ...(await checkCards(index)),
    ...checkFonts(index),
    ...checkStyle(index),
    ...checkIcon(index),
    ...(await checkPortraits(index)),
    ...checkPermalinks(readPermalinks(index.root), asSeenBy(given, 'public')),
    ...(notifyOfFetching ? await checkExternalLinks(index, bodies, notifyOfFetching) : []),
  ]);
}

/** Those of the problems of `checkContent` that are in the file of one document (path relative to the content folder). */
export async function checkDocument(file: string, given: ContentIndex): Promise<Problem[]> {
  const index = asSeenBy(given, 'author');
  const documents = listDocuments(index);
  const document = documents.find((candidate) => candidate.file === file);
  const getText = async (name: string) => {
    const other = documents.find((candidate) => candidate.file === name);
    return other && getCompiled(other);
  };
  return sortProblems([
    ...[...index.problems, ...checkTitles(index), ...checkTags(index)].filter((found) => found.file === file),
    ...(document ? await checkBody(await readBody(document, index), index, getText) : []),
    ...(await checkCards(index, file)),
  ]);
}

/** The errors that keep the site of an index from being built: not those of drafts, which it does not show. */
export function findBlocking(problems: readonly Problem[], { routes }: ContentIndex): Problem[] {
  return problems.filter(({ severity, file, of = file }) => {
    const route = routes.get(of);
    return severity === 'error' && !(route?.state === 'draft' && !route.isVisible);
  });
}
