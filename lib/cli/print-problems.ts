import { countProblems, formatProblem, type Problem } from '../content/problems';

/** Writes problems to the terminal in reading order, and how many there are. Nothing where there is none. */
export function printProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  for (const problem of problems) console.error(`\n${formatProblem(problem)}`);
  console.error(`\n${countProblems(problems)} in the content.\n`);
}
