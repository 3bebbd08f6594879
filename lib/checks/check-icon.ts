import type { ContentIndex } from '../content/content-index';
import { createReporter, type Problem } from '../content/problems';
import { findIconFile, readOwnIcon } from '../site/own-icon';

/** What is wrong with a blog's own icon. */
export function checkIcon({ root }: Pick<ContentIndex, 'root'>): Problem[] {
  const file = findIconFile(root);
  if (file === undefined || readOwnIcon(root)) return [];
  const kind = file.endsWith('.png') ? 'a PNG image' : 'an SVG drawing';
  return [
    report(file, `The icon is not ${kind}.`, 'Save it as SVG or as PNG, and name it icon.svg or icon.png.'),
  ];
}

function report(file: string, message: string, remedy: string): Problem {
  return createReporter(file, '')({ line: 1, column: 1 }, 'error', message, remedy);
}
