import { countProblems, formatProblem, type Problem } from '../content/problems';

/**
 * Writes problems to the terminal in reading order, and how many there are. Nothing where there is none. Every error,
 * and as many warnings as asked for: the count says that there are more.
 */
export function printProblems(
  problems: readonly Problem[],
  output: NodeJS.WritableStream = process.stderr,
  maxWarnings = Number.POSITIVE_INFINITY,
): void {
  if (problems.length === 0) return;
  let warnings = 0;
  for (const problem of problems) {
    if (problem.severity === 'warning') warnings += 1;
    if (problem.severity === 'error' || warnings <= maxWarnings)
      output.write(`\n${formatProblem(problem)}\n`);
  }
  const rest =
    warnings > maxWarnings ? ` The first ${maxWarnings} warnings are above; npm run check lists all.` : '';
  output.write(`\n${countProblems(problems)} in the content.${rest}\n\n`);
}
