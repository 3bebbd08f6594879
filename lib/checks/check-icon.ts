import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ContentIndex } from '../content/content-index';
import { createReporter, type Problem } from '../content/problems';
import { findIconFile, readOwnIcon } from '../site/own-icon';
import { iconPath, tilePath } from '../urls';

/** What is wrong with a blog's own icon, and files of `public` that have the address of what is made of it. */
export function checkIcon({ root }: Pick<ContentIndex, 'root'>): Problem[] {
  const taken = [iconPath, tilePath].filter((address) => existsSync(path.resolve(`public${address}`)));
  return [
    ...findFault(root),
    ...taken.map((address) => {
      const message = `The file public${address} has an address that the site makes itself.`;
      return report(
        path.basename(address),
        message,
        'Move it to icon.svg in the content folder, which all icons are made of.',
      );
    }),
  ];
}

function findFault(root: string): Problem[] {
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
