import path from 'node:path';
import type { ContentIndex } from '../content/content-index';
import { toFormat } from '../content/document-name';
import { toPost } from '../content/post';
import { createReporter, type Problem } from '../content/problems';
import type { DocumentFile } from '../content/read';
import { splitUrl } from '../markdown/links/links';
import { findCompanions } from '../markdown/media/companions';
import { decodePercent } from '../urls';
import { listImportedFiles } from './imported-files';
import type { DocumentBody } from './read-bodies';

/** Files beside posts and pages that none of them names; notes in Markdown are welcome there. */
export function checkFiles({ files }: ContentIndex, bodies: ReadonlyMap<string, DocumentBody>): Problem[] {
  const documents = [...files.posts, ...files.pages, ...files.parts];
  const used = new Set(documents.flatMap((document) => listUsed(document, bodies)));
  const unused = documents.flatMap((document) => listBeside(document).filter((file) => !used.has(file)));
  return [...new Set(unused)]
    .filter((file) => !documents.some((document) => isBeside(document, file) && namesInCode(document, file)))
    .map((file) => report(toRelative(files.root, file)));
}

function listUsed(document: DocumentFile, bodies: ReadonlyMap<string, DocumentBody>): string[] {
  const cover = toPost(document).values.cover?.src;
  const urls = [
    ...(bodies.get(document.file)?.body.references ?? []).map(({ url }) => url),
    ...(cover ? [cover] : []),
  ];
  const named = urls.map((url) => path.resolve(document.folder, decodePercent(splitUrl(url).pathname)));
  return [
    ...named.flatMap((file) => [file, ...Object.values(findCompanions(file))]),
    ...listImportedFiles(document),
  ];
}

function listBeside({ folder, assets }: DocumentFile): string[] {
  return assets.filter((name) => toFormat(name) === undefined).map((name) => path.join(folder, name));
}

function isBeside({ folder }: DocumentFile, file: string): boolean {
  return file.startsWith(folder + path.sep);
}

/** A name in an expression is use enough: what it becomes is known only when the text is rendered. */
function namesInCode({ source }: DocumentFile, file: string): boolean {
  return source.includes(path.basename(file));
}

function report(file: string): Problem {
  const message = 'No post or page uses this file, so readers never get it.';
  return createReporter(file, '')(
    { line: 1, column: 1 },
    'warning',
    message,
    'Name it in a text, or remove it.',
  );
}

function toRelative(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}
