import path from 'node:path';
import { countProblems, formatProblem, type Problem } from '../content/problems';
import { formatForTerminal } from './print-problems';

export const FORMATS = ['text', 'github', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * A list of problems for people, for the annotations of GitHub Actions, or for programs. Files are named from
 * `folder`, the content folder, in the first, and from the working directory in the others. People get many of one kind shortened
 * unless `isWhole`.
 */
export function formatProblems(
  problems: readonly Problem[],
  format: Format,
  folder: string,
  isWhole = true,
): string {
  const locate = (problem: Pick<Problem, 'file'>) => toRelative(path.join(folder, problem.file));
  if (format === 'github')
    return problems.map((problem) => toAnnotation(problem, locate(problem))).join('\n');
  if (format === 'json') {
    const count = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
    const list = problems.map(({ group: _, of: _of, ...problem }) => ({ ...problem, file: locate(problem) }));
    return JSON.stringify({ errors: count('error'), warnings: count('warning'), problems: list }, null, 2);
  }
  if (problems.length === 0) return '';
  if (!isWhole) return formatForTerminal(problems);
  return `${problems.map(formatProblem).join('\n\n')}\n\n${countProblems(problems)} in the content.`;
}

/** A workflow command: docs.github.com/actions/reference/workflow-commands-for-github-actions. */
function toAnnotation({ severity, line, column, message, remedy }: Problem, file: string): string {
  const properties = `file=${escapeProperty(file)},line=${line},col=${column}`;
  return `::${severity} ${properties}::${escapeText(`${message} ${remedy}`)}`;
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function toRelative(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join('/');
}
