import { createHash } from 'node:crypto';
import { createDiskCache } from '../cache/disk-cache';
import type { DocumentText } from '../content/content-index';
import type { CompiledText, Text } from '../markdown/compile/compile';
import { keepCompiled, readCompiled } from '../markdown/compile/compiled';
import { bundleWorker, compileTexts } from './compile-pool';

/** Begins what a later call of `getOutlines` takes time for, where no earlier one has left anything. */
export function prepareOutlines(): void {
  // Whoever awaits it gets its failure.
  if (!disk.read(KEY)) bundleWorker().catch(() => undefined);
}

/**
 * The outline of each document by its file. Those of texts that did not change since the last call, in this process
 * or another, come from one file below `.next/cache`.
 */
export async function getOutlines(documents: readonly DocumentText[]): Promise<Map<string, CompiledText>> {
  const keys = documents.map(toKey);
  for (const document of documents) keepCompiled(document);
  const known = read();
  const isMissing = (_document: DocumentText, index: number) => !Object.hasOwn(known, keys[index] ?? '');
  const fresh = await makeOutlines(documents.filter(isMissing));
  const outlines = documents.map((document, index) => fresh.get(document.file) ?? known[keys[index] ?? '']);
  if (fresh.size > 0) {
    disk.write(KEY, JSON.stringify(Object.fromEntries(keys.map((key, index) => [key, outlines[index]]))));
  }
  return new Map(
    documents.flatMap(({ file }, index) => {
      const outline = outlines[index];
      return outline ? [[file, outline]] : [];
    }),
  );
}

/** From what a build has left, where there is such; else made. By file. */
async function makeOutlines(documents: readonly DocumentText[]): Promise<Map<string, CompiledText>> {
  const outlines = new Map<string, CompiledText>();
  for (const document of documents) {
    const compiled = readCompiled(document);
    // The code of a text is many times as long as all that is known about it.
    if (compiled) outlines.set(document.file, { ...compiled, code: '' });
  }
  const missing = documents.filter(({ file }) => !outlines.has(file));
  const made = await compileTexts(missing.map(toText), 'outline');
  for (const [index, { file }] of missing.entries()) {
    const outline = made[index];
    if (outline) outlines.set(file, outline);
  }
  return outlines;
}

const disk = createDiskCache('outlines', 'lib/markdown/compile/compile.ts');

/** One entry: it holds the content of the last call and nothing else, so that it does not grow. */
const KEY = 'all';

function read(): Record<string, CompiledText> {
  return JSON.parse(disk.read(KEY)?.toString('utf8') ?? '{}');
}

function toText({ format, title, body, bodyLine, shared, data, figureLabel }: DocumentText): Text {
  return {
    ...{ format, title, body, bodyLine },
    ...(shared && { shared }),
    ...(data && { data }),
    ...(figureLabel && { figureLabel }),
  };
}

function toKey(document: DocumentText): string {
  const { format, title, body, bodyLine, shared = [], data = [], figureLabel = '' } = document;
  const parts = [format, title, String(bodyLine), body, JSON.stringify([shared, data]), figureLabel];
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}
