import { createProcessState } from '../cache/process-cache';
import { checkDocument } from '../checks/check-content';
import { listDocuments } from '../checks/list-documents';
import type { ContentIndex } from '../content/content-index';
import { formatProblem, type Problem } from '../content/problems';

/** What the terminal has said since it was last in order: of the index, and of texts by their files. */
const reported = createProcessState('problems shown in the terminal', () => ({
  index: new Set<string>(),
  texts: new Map<string, ReadonlySet<string>>(),
}));

/** Shows the errors of front matter, tags, authors and settings that the terminal has not shown yet. */
export function reportIndex({ problems }: ContentIndex): void {
  print(problems, reported.index);
  reported.index = new Set(listErrors(problems).map(toKey));
}

/** Shows the errors of a text, as soon as somebody looks at it. */
export function reportText(file: string, problems: readonly Problem[]): void {
  const known = reported.texts.get(file) ?? new Set();
  print(problems, known);
  reported.texts.set(file, new Set(listErrors(problems).map(toKey)));
}

/** Shows what is new after a change of files (relative paths). What was fixed is reported again should it come back. */
export async function reportChange(index: ContentIndex, files: ReadonlySet<string>): Promise<void> {
  reportIndex(index);
  for (const document of listDocuments(index)) {
    if (!files.has(document.file)) continue;
    const problems = await checkDocument(document.file, index);
    reportText(
      document.file,
      problems.filter((problem) => !index.problems.includes(problem)),
    );
  }
}

function print(problems: readonly Problem[], known: ReadonlySet<string>): void {
  for (const problem of listErrors(problems)) {
    // Not console.error: Next would lay its own report of an error over the page, which shows the problems itself.
    if (!known.has(toKey(problem))) process.stderr.write(`\n${formatProblem(problem)}\n`);
  }
}

function listErrors(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

/** Not by its place, which moves while something else is written. */
function toKey({ file, message }: Problem): string {
  return `${file}\n${message}`;
}
