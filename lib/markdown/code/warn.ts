import type { ProblemInBlock } from '../../content/problems';

/** What the author of a block should know: `line` 0 is the fence, 1 the first line within. */
export function warn(message: string, remedy: string, line = 0): ProblemInBlock {
  return { severity: 'warning', line, message, remedy };
}
