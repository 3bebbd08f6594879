import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ContentIndex } from '../content/content-index';
import { getContentFolder } from '../content/posts';
import { getBuildConstants } from '../next/build-constants';
import { listImporting } from '../next/importing';
import { listComponentFiles } from '../next/post-components';
import { getShareSecret } from '../share/token';

const ENGINE = [
  'app',
  'components',
  'lib',
  'next.config.ts',
  'proxy.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** No part of what is compiled. */
const LEFT_OUT = /(^|\/)fixtures\/|\.test\.tsx?$/;

/** Code beside posts that goes into the site. */
const CODE = /\.([cm]?[jt]sx?|css)$/;

/** The compile key of the site of an index. */
export function getCompileKey(index: ContentIndex): string {
  const { NODE_ENV, VERCEL, VERCEL_ENV, NEXT_ADAPTER_PATH } = process.env;
  const environment = {
    NODE_ENV,
    VERCEL,
    VERCEL_ENV,
    NEXT_ADAPTER_PATH,
    shares: getShareSecret() !== undefined,
  };
  const { documents, drafts } = listImporting(index);
  const components = listComponentFiles(index.root, documents, drafts);
  const folder = getContentFolder();
  return toCompileKey(folder, [index.audience, folder, environment, getBuildConstants(), components]);
}

/** Changes with the redirects of the site, which Next writes into its table of routes in each run. */
export function getRedirectsKey({ redirects }: ContentIndex): string {
  return createHash('sha256').update(JSON.stringify(redirects)).digest('hex').slice(0, 20);
}

/**
 * A name for all that is compiled into a site: the engine's sources and packages, code and style sheets of the content
 * folder, and `constants`, what the settings write into the code. Another name means that the bundler has to run.
 */
export function toCompileKey(contentFolder: string, constants: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, constants]));
  for (const root of ENGINE) {
    for (const [name, file] of listFiles(path.resolve(root))) {
      if (!LEFT_OUT.test(`${root}/${name}`)) hash.update(`\0${root}/${name}\0`).update(readFileSync(file));
    }
  }
  for (const [name, file] of listFiles(contentFolder)) {
    if (CODE.test(name) && name !== 'site.ts') hash.update(`\0${name}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 20);
}

/** Files below a folder, or the file itself, in the order of their names. */
function listFiles(root: string): [name: string, file: string][] {
  const kind = statSync(root, { throwIfNoEntry: false });
  if (!kind) return [];
  if (kind.isFile()) return [[path.basename(root), root]];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, string] => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(root, file).split(path.sep).join('/'), file];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
