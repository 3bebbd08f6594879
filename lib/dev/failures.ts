import { createProcessState } from '../cache/process-cache';
import type { ContentIndex } from '../content/content-index';
import { ContentError, createReporter, type Problem } from '../content/problems';
import { findDocument } from './find-document';

/** What only showing a page finds out: a component that throws. By the path of the page, until it is shown. */
const failures = createProcessState('pages that failed', () => new Map<string, readonly Problem[]>());

/** Keeps why a page could not be shown. False where no text makes it: then it is the engine that failed. */
export function recordFailure(path: string, error: unknown, index: ContentIndex): boolean {
  const document = findDocument(path, index);
  if (!document) return false;
  failures.set(path, error instanceof ContentError ? error.problems : [toProblem(document.file, error)]);
  return true;
}

export function forgetFailure(path: string): void {
  failures.delete(path);
}

export function getFailure(path: string): readonly Problem[] {
  return failures.get(path) ?? [];
}

function toProblem(file: string, error: unknown): Problem {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const message = `A component of this text fails: ${reason.replace(/\.$/, '')}.`;
  const remedy =
    'Correct the component; the file that throws is in the first lines of its stack, in the terminal.';
  return createReporter(file, '')({ line: 1, column: 1 }, 'error', message, remedy);
}
