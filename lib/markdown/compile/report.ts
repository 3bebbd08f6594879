import type { Place, Problem, ProblemInBlock } from '../../content/problems';

/** How the plugins of a compilation say what is wrong. */
export type Report = (place: Place, severity: Problem['severity'], message: string, remedy: string) => void;

/** Reports what is wrong with a fenced block that starts at a place. */
export function reportBlock(problems: readonly ProblemInBlock[], fence: Place, report: Report): void {
  for (const { line, severity, message, remedy } of problems) {
    report({ line: fence.line + line, column: fence.column }, severity, message, remedy);
  }
}
