import { countProblems, formatProblem, type Problem } from '../content/problems';

/** Writes problems to the terminal in reading order, and how many there are. Nothing where there is none. */
export function printProblems(
  problems: readonly Problem[],
  output: NodeJS.WritableStream = process.stderr,
): void {
  if (problems.length === 0) return;
  for (const problem of problems) output.write(`\n${formatProblem(problem)}\n`);
  output.write(`\n${countProblems(problems)} in the content.\n\n`);
}
