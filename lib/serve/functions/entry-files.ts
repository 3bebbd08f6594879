import path from 'node:path';

/** The entry of a route, and what it is to consist of. */
export interface TrimmedEntry {
  /** Path below the build: `server/app/posts/[slug]/page.js`. */
  readonly file: string;
  /** `/posts/[slug]`. */
  readonly route: string;
  readonly isOpen: boolean;
}

/** What Next reads of a route beside its code. */
export function isManifest(file: string, distFolder: string): boolean {
  return isBelow(file, path.join(distFolder, 'server/app')) && /manifest\.(js|json)$/.test(file);
}

/** A trace cannot name what is outside the project. */
export function isTraceable(file: string): boolean {
  return isBelow(file, process.cwd());
}

export function isBelow(file: string, folder: string): boolean {
  return file.startsWith(folder + path.sep);
}

export function toPosix(file: string): string {
  return file.split(path.sep).join('/');
}
