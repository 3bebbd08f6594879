import { createHash } from 'node:crypto';
import type { DocumentText } from '../content/content-index';
import { readCached, writeCached } from '../disk-cache';
import { getEngineVersion } from '../markdown/cache';
import type { CompiledText, Text } from '../markdown/compile';
import { outlineTexts } from './outline-pool';

/**
 * The outline of each document by its file. Those of texts that did not change since the last call, in this process
 * or another, come from one file below `.next/cache`.
 */
export async function getOutlines(documents: readonly DocumentText[]): Promise<Map<string, CompiledText>> {
  const version = getEngineVersion();
  const keys = documents.map((document) => toKey(document, version));
  const known = read();
  const missing = documents.filter((_, index) => !Object.hasOwn(known, keys[index] ?? ''));
  const made = await outlineTexts(missing.map(toText));
  const fresh = new Map(missing.map((document, index) => [document.file, made[index]]));
  const outlines = documents.map((document, index) => fresh.get(document.file) ?? known[keys[index] ?? '']);
  if (missing.length > 0) {
    writeCached(FILE, JSON.stringify(Object.fromEntries(keys.map((key, index) => [key, outlines[index]]))));
  }
  return new Map(
    documents.flatMap(({ file }, index) => {
      const outline = outlines[index];
      return outline ? [[file, outline]] : [];
    }),
  );
}

/** Holds the content of the last call and nothing else, so that it does not grow. */
const FILE = 'outlines.json';

function read(): Record<string, CompiledText> {
  try {
    return JSON.parse(readCached(FILE)?.toString('utf8') ?? '{}');
  } catch {
    return {};
  }
}

function toText({ format, title, body, bodyLine }: DocumentText): Text {
  return { format, title, body, bodyLine };
}

function toKey(document: DocumentText, version: string): string {
  const { format, title, body, bodyLine } = document;
  const parts = [version, format, title, String(bodyLine), body];
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}
