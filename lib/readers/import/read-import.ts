import { readDisqus } from './disqus';
import { isGiscus, readGiscus } from './giscus';
import { readPieces, readStart } from './import-file';
import type { Imported } from './imported';
import { isIsso, toIsso } from './isso';
import { readIssoDatabase } from './isso-database';
import { readJsonDocuments } from './json-documents';
import { isRemark42, readRemark42 } from './remark42';
import { readWordPress } from './wordpress';

/** How far into an XML file its kind has to show. */
const START = 16 * 1024;

/**
 * The comments of another system, by what is in the file: XML of Disqus or WordPress, the database or the JSON of Isso, a backup of
 * Remark42, discussions of GitHub; each may be packed with gzip. Undefined for other JSON. Throws where it is none of them, or broken.
 */
export async function readImport(file: string): Promise<Imported | undefined> {
  if (readStart(file, 15).toString() === 'SQLite format 3') return readIssoDatabase(file);
  const start = await readText(file);
  if (start.startsWith('<')) return readXml(file, start);
  const [first] = await take(readJsonDocuments(readPieces(file)));
  if (isIsso(first)) return toIsso(first);
  if (isRemark42(first)) return readRemark42(readJsonDocuments(readPieces(file)));
  if (isGiscus(first)) return readGiscus(readJsonDocuments(readPieces(file)));
  return undefined;
}

function readXml(file: string, start: string): Promise<Imported> {
  if (/<disqus[\s>]/.test(start)) return readDisqus(readPieces(file));
  if (/<rss[\s>]/.test(start) && /xmlns:wp=/.test(start)) return readWordPress(readPieces(file));
  throw new Error('The file is XML, but neither an export of Disqus nor one of WordPress.');
}

async function readText(file: string): Promise<string> {
  let start = '';
  for await (const piece of readPieces(file)) {
    start += piece;
    if (start.length >= START) break;
  }
  return start.replace(/^\uFEFF/, '').trimStart();
}

/** The first of them, and no more is read. */
async function take(documents: AsyncGenerator<unknown>): Promise<unknown[]> {
  for await (const document of documents) return [document];
  return [];
}
