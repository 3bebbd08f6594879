import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { getCompileKey } from '../build/compile-key';
import { replaceFile } from '../cache/replace-file';
import { getContent } from '../content/posts';
import { getBasePath } from '../urls';
import { getBuildConstants } from './build-constants';
import { listImporting } from './importing';
import type { NextInputs } from './next-inputs';
import { writePostComponents } from './post-components';
import { toRedirects } from './redirects';

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

/** The inputs of Next's settings, from the whole content. */
export function collectNextInputs(buildId = getCompileKey(getContent())): NextInputs {
  return {
    postComponents: writeVisibleComponents(),
    constants: getBuildConstants(),
    buildId,
    redirects: toRedirects(getContent().redirects),
    base: getBasePath(),
  };
}

function writeVisibleComponents(): string {
  const { documents, drafts } = listImporting(getContent());
  return writePostComponents(getContent().root, documents, drafts);
}
