import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What is known about a finished page without reading it. */
export interface PageFacts {
  /** The path of the page without its ending: `posts/hello`. */
  readonly name: string;
  /** The file below the build folder, with forward slashes: `server/app/posts/hello.html`. */
  readonly file: string;
  /** SHA-256 of the finished file, by which a later run recognises it. */
  readonly hash: string;
  /** Bytes of the finished file, uncompressed. */
  readonly bytes: number;
  /** Source paths of the client components for which the page keeps the framework's runtime. */
  readonly keptFor: readonly string[];
  /** Addresses of the script files that it loads. */
  readonly scripts: readonly string[];
  /** Addresses of the fonts that it preloads. */
  readonly fonts: readonly string[];
}

const FILE = 'finished-pages.json';

/** The finished pages of a build by file, as the last run recorded them; empty where there is no record. */
export function readFinishedRecord(distFolder: string): Map<string, PageFacts> {
  try {
    const pages = JSON.parse(readFileSync(path.join(distFolder, FILE), 'utf8')) as PageFacts[];
    return new Map(pages.map((page) => [page.file, page]));
  } catch {
    return new Map();
  }
}

/** Records the pages whose files exist, in the order of their files, and returns them. */
export function writeFinishedRecord(distFolder: string, pages: Iterable<PageFacts>): PageFacts[] {
  const existing = [...pages]
    .filter(({ file }) => existsSync(path.join(distFolder, file)))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  writeFileSync(path.join(distFolder, FILE), JSON.stringify(existing));
  return existing;
}
