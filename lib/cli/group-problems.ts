import type { Problem } from '../content/problems';

/** A problem that is printed, with how many more of its kind are not. */
export interface PrintedProblem {
  readonly problem: Problem;
  readonly more: number;
}

/** So many of one kind show an author what to look for. */
const MAX_ALIKE = { error: 10, warning: 3 };

/**
 * What a terminal shows of many problems: of a group one, of others that differ in names and numbers alone the first few. The
 * last that is shown of a kind says how many are left out.
 */
export function groupProblems(problems: readonly Problem[]): PrintedProblem[] {
  const kinds = new Map<string, { shown: Problem[]; count: number }>();
  for (const problem of problems) {
    const kind = kinds.get(toKind(problem)) ?? { shown: [], count: 0 };
    kinds.set(toKind(problem), kind);
    kind.count += 1;
    if (kind.shown.length < countShown(problem)) kind.shown.push(problem);
  }
  const more = new Map<Problem, number>();
  for (const { shown, count } of kinds.values())
    for (const [index, problem] of shown.entries())
      more.set(problem, index === shown.length - 1 ? count - shown.length : 0);
  return problems.flatMap((problem) => {
    const hidden = more.get(problem);
    return hidden === undefined ? [] : { problem, more: hidden };
  });
}

function countShown({ group, severity }: Problem): number {
  return group === undefined ? MAX_ALIKE[severity] : 1;
}

/** The message without what differs between two problems of a kind. */
function toKind({ group, severity, message }: Problem): string {
  if (group !== undefined) return `group ${group}`;
  return `${severity} ${message.replace(/"[^"]*"/g, '""').replace(/\S+\/\S*|https?:\S+|\d[\d,.]*/g, '…')}`;
}
