import { countProblems, formatProblem, type Problem, uniqueProblems } from '../content/problems';
import { groupProblems, type PrintedProblem } from './group-problems';

/**
 * Writes problems to the terminal in reading order, and how many there are. Nothing where there is none. Many of one kind
 * are shortened, and at most `maxWarnings` warnings are written: the count says that there are more.
 */
export function printProblems(
  problems: readonly Problem[],
  output: NodeJS.WritableStream = process.stderr,
  maxWarnings = Number.POSITIVE_INFINITY,
): void {
  if (problems.length === 0) return;
  output.write(`\n${formatForTerminal(uniqueProblems(problems), maxWarnings)}\n\n`);
}

/** The same as text. */
export function formatForTerminal(
  problems: readonly Problem[],
  maxWarnings = Number.POSITIVE_INFINITY,
): string {
  const groups = groupProblems(problems);
  const warnings = groups.filter(({ problem }) => problem.severity === 'warning').slice(maxWarnings);
  const printed = groups.filter((entry) => !warnings.includes(entry));
  const isAll = printed.length === problems.length;
  const rest = isAll ? '' : ' npm run check -- --all lists all of them.';
  return `${printed.map(format).join('\n\n')}\n\n${countProblems(problems)} in the content.${rest}`;
}

function format({ problem, more }: PrintedProblem): string {
  const others = more === 1 ? 'one more place' : `${more.toLocaleString('en')} more places`;
  return more === 0 ? formatProblem(problem) : `${formatProblem(problem)}\n  The same in ${others}.`;
}
