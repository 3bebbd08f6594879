import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getCompileKey } from '../build/compile-key';
import { replaceFile } from '../cache/replace-file';
import { getContent, loadContent } from '../content/posts';
import { getShareSecret } from '../share/token';
import { getBuildConstants } from './build-constants';
import { writePostComponents } from './post-components';
import { toRedirects } from './redirects';

/** What the settings of Next take from the content and the sources. */
export interface NextInputs {
  /** Path of the list of components that posts import, relative to the project. */
  readonly postComponents: string;
  readonly constants: Readonly<Record<string, string>>;
  /** Of the engine alone: a name that followed the content would change every page with each edit. */
  readonly buildId: string;
  readonly redirects: ReturnType<typeof toRedirects>;
}

/**
 * Writes the inputs of Next's settings into a folder and returns the file. Each process of Next that finds its path in
 * `NEXT_INPUTS` reads them there, and needs neither the content nor the bundler for its settings.
 */
export function writeNextInputs(folder: string, compileKey: string): string {
  const file = path.join(folder, 'next-inputs.json');
  mkdirSync(folder, { recursive: true });
  replaceFile(file, JSON.stringify(collectNextInputs(compileKey)));
  return file;
}

/** The inputs that the build wrote; without a build, such as for `next build` alone, the same from the whole content. */
export function getNextInputs(): NextInputs {
  const file = process.env.NEXT_INPUTS;
  return file
    ? (JSON.parse(readFileSync(file, 'utf8')) as NextInputs)
    : collectNextInputs(getCompileKey(getContent()));
}

function collectNextInputs(buildId: string): NextInputs {
  return {
    postComponents: writeVisibleComponents(),
    constants: getBuildConstants(),
    buildId,
    redirects: toRedirects(getContent().redirects),
  };
}

function writeVisibleComponents(): string {
  const { postsBySlug, pages, root } = getContent();
  // Posts that a link may show before readers know them.
  const drafts = getShareSecret() === undefined ? [] : [...loadContent('author').postsBySlug.values()];
  return writePostComponents(root, [...postsBySlug.values(), ...pages.values()], drafts);
}
