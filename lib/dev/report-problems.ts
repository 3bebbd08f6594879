import { createProcessState } from '../cache/process-cache';
import { checkDocument } from '../checks/check-content';
import { listDocuments } from '../checks/list-documents';
import type { ContentIndex, DocumentText } from '../content/content-index';
import { isIndexFile } from '../content/document-name';
import { formatProblem, isSameProblem, type Problem } from '../content/problems';

/** What the terminal has said and nobody has fixed: of the index, and of texts by their files. */
const reported = createProcessState('problems shown in the terminal', () => ({
  index: [] as readonly Problem[],
  texts: new Map<string, readonly Problem[]>(),
}));

/** Shows the errors of front matter, tags, authors and settings that the terminal has not shown yet, and what is fixed of them. */
export function reportIndex({ problems }: ContentIndex): void {
  const errors = listErrors(problems);
  print(errors, reported.index);
  reported.index = errors;
}

/** Shows the errors of a text, as soon as somebody looks at it, and what is fixed of them. */
export function reportText(file: string, problems: readonly Problem[]): void {
  const isOfIndex = (problem: Problem) => reported.index.some((known) => isSameProblem(known, problem));
  const errors = listErrors(problems).filter((problem) => !isOfIndex(problem));
  print(errors, reported.texts.get(file) ?? []);
  if (errors.length > 0) reported.texts.set(file, errors);
  else reported.texts.delete(file);
}

/** Shows what is new, and what is fixed, after a change of files (relative paths). */
export async function reportChange(index: ContentIndex, files: ReadonlySet<string>): Promise<void> {
  reportIndex(index);
  const documents = listDocuments(index);
  for (const document of documents) {
    if (!isTouched(document, files) && !reported.texts.has(document.file)) continue;
    reportText(document.file, await checkDocument(document.file, index));
  }
  const isThere = new Set(documents.map(({ file }) => file));
  for (const file of [...reported.texts.keys()]) if (!isThere.has(file)) reportText(file, []);
}

/** A text changes with its file, and with those in its folder where it has one of its own. */
function isTouched({ file }: DocumentText, files: ReadonlySet<string>): boolean {
  if (files.has(file)) return true;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return isIndexFile(file) && [...files].some((changed) => changed.startsWith(folder));
}

function print(errors: readonly Problem[], known: readonly Problem[]): void {
  // Not console.error: Next would lay its own report of an error over the page, which shows the problems itself.
  for (const problem of errors) {
    if (!known.some((other) => isSameProblem(other, problem))) {
      process.stderr.write(`\n${formatProblem(problem)}\n`);
    }
  }
  for (const problem of known) {
    if (errors.some((other) => isSameProblem(other, problem))) continue;
    process.stderr.write(`\nFixed: ${problem.file}: ${problem.message}\n`);
  }
}

function listErrors(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}
