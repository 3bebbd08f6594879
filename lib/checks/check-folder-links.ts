import path from 'node:path';
import type { ContentIndex } from '../content/content-index';
import { findEndlessLinks } from '../content/endless-links';
import { createReporter, type Problem } from '../content/problems';

/** Links to folders that they are in themselves: the bundler, which looks for components in the content, finds no end of them. */
export function checkFolderLinks({ root }: Pick<ContentIndex, 'root'>): Problem[] {
  // It looks into the project and nowhere else.
  if (path.relative(process.cwd(), root).startsWith('..')) return [];
  return findEndlessLinks(root).map((file) =>
    createReporter(file, '')(
      { line: 1, column: 1 },
      'error',
      'This link leads to a folder that it is in itself, and has no end.',
      'Remove it, or let it lead to the one file or folder that is meant.',
    ),
  );
}
