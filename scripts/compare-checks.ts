import { rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { checkContent, checkDocument, findBlocking } from '../lib/checks/check-content';
import { buildIndex } from '../lib/content/build-index';
import type { ContentIndex } from '../lib/content/content-index';
import { formatProblem, type Problem } from '../lib/content/problems';
import { readContent } from '../lib/content/read';
import { writeContent } from '../lib/content/write-content';
import { inspectPath } from '../lib/dev/inspect';
import { postPath } from '../lib/urls';
import { mutateContent } from './mutate-content';

export const TODAY = '2024-06-01';

/**
 * How what a build, the author's bar and those who ask for one document alone are given differs from what a check
 * finds, one line each; and how many problems there are.
 */
export async function compareChecks(folder: string): Promise<{ differences: string[]; count: number }> {
  const files = readContent(folder);
  const shown = buildIndex(files, TODAY, 'public');
  const author = buildIndex(files, TODAY, 'author');
  const problems = await checkContent(shown);
  const answers: [who: string, expected: readonly Problem[], given: readonly Problem[]][] = [
    ['the author', problems, await checkContent(author)],
    ['a build', problems, await checkContent(shown, { compile: true })],
    ['a build that stops', findErrorsOf(problems, shown), findBlocking(problems, shown)],
  ];
  for (const { file } of [...files.posts, ...files.pages]) {
    const own = problems.filter((problem) => documentOf(problem) === file);
    answers.push([`${file} alone`, own, await checkDocument(file, author)]);
  }
  for (const { slug, file } of author.postsBySlug.values()) {
    const own = problems.filter((problem) => documentOf(problem) === file);
    answers.push([`the bar of ${file}`, own, (await inspectPath(postPath(slug), author))?.problems ?? []]);
  }
  const differences = answers
    .filter(([, expected, given]) => !isDeepStrictEqual(expected, given))
    .map(([who, expected, given]) => `${who}: ${describe(expected)}\ninstead of ${describe(given)}`);
  return { differences, count: problems.length };
}

function documentOf({ file, of = file }: Problem): string {
  return of;
}

/** Errors but those of drafts. */
function findErrorsOf(problems: readonly Problem[], { routes }: ContentIndex): Problem[] {
  return problems.filter(
    (problem) => problem.severity === 'error' && routes.get(documentOf(problem))?.state !== 'draft',
  );
}

function describe(problems: readonly Problem[]): string {
  return problems.length === 0 ? 'nothing' : problems.map(formatProblem).join('\n');
}

/** Compares for posts with mistakes, `count` folders from the seed `first` on. Gives what differs and what was found. */
export async function compareMutations(first: number, count: number) {
  const differences: string[] = [];
  let found = 0;
  for (let seed = first; seed < first + count; seed++) {
    const folder = writeContent(mutateContent(seed));
    const compared = await compareChecks(folder);
    differences.push(...compared.differences.map((line) => `seed ${seed}, ${line}`));
    found += compared.count;
    rmSync(folder, { recursive: true, force: true });
  }
  return { differences, found };
}
