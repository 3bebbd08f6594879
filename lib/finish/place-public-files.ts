import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../cache/replace-file';
import { listPublicFiles, toRouteName } from './public-files';
import { findRendered } from './rendered-files';

/**
 * Puts files of `public` in the place of what the build in `distFolder` made for the same addresses, such as `feed.xml`, so that
 * they win whoever serves it: hosts differ in which of the two they look for first. Gives the names of those files.
 */
export function placePublicFiles(distFolder: string, publicFolder = 'public'): string[] {
  return [...listPublicFiles(publicFolder)].filter((name) => {
    const targets = listMade(distFolder, toRouteName(name));
    for (const target of targets) replaceFile(target, readFileSync(path.join(publicFolder, name)));
    return targets.length > 0;
  });
}

/** The answer that Next rendered, and the copies of Vercel's adapter in `output` beside it. */
function listMade(distFolder: string, name: string): string[] {
  const answer = findRendered(distFolder, `${name}.body`);
  const copy = path.join(distFolder, 'output', 'functions', `${name}.prerender-fallback`);
  const folder = path.dirname(copy);
  const copies = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.startsWith(`${path.basename(copy)}.`))
    : [];
  return [...(answer === undefined ? [] : [answer]), ...copies.map((file) => path.join(folder, file))];
}
