import { readdirSync } from 'node:fs';
import path from 'node:path';
import { toRealPath } from './folder';

interface Link {
  /** Where it lies, without links on the way there. */
  readonly place: string;
  /** What it leads to in the end. */
  readonly target: string;
}

/** Symbolic links below a folder that lead, perhaps by others, to a folder they are in: paths relative to it, sorted. */
export function findEndlessLinks(root: string): string[] {
  const base = toRealPath(root);
  if (base === undefined) return [];
  const links = listLinks(base);
  const isEndless = (link: Link) => follow(link, links).some(({ target }) => isIn(link.place, target));
  return links
    .filter(isEndless)
    .map(({ place }) => path.relative(base, place).split(path.sep).join('/'))
    .sort();
}

/** Of every folder once, whether links lead there or not; what leads to nothing is left out. */
function listLinks(base: string): Link[] {
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink())
    .flatMap(({ parentPath, name }) => {
      const place = path.join(/* turbopackIgnore: true */ parentPath, name);
      const target = toRealPath(place);
      return target === undefined ? [] : [{ place, target }];
    });
}

/** A link and those that it leads to. */
function follow(first: Link, links: readonly Link[]): Link[] {
  const found = [first];
  for (const { target } of found)
    found.push(...links.filter((link) => !found.includes(link) && isIn(link.place, target)));
  return found;
}

function isIn(place: string, folder: string): boolean {
  return place.startsWith(folder + path.sep);
}
