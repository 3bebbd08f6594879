import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../cache/replace-file';
import { COMPRESSED_FORMS, type CompressedForm, compress, isCompressible } from '../finish/compress';

/** What is known about a file that answers an address. */
export interface FileFacts {
  /** Names this state of the file, as long as nobody copies it. */
  readonly stamp: string;
  readonly bytes: number;
  /** Of the content. */
  readonly hash: string;
  /** Compressed forms beside the file, by the ending of their names. */
  readonly compressed: readonly CompressedForm[];
}

interface ServedFile {
  /** Absolute path. */
  readonly file: string;
  readonly type: string;
}

/** In the folder of a build: its files by their path below it. */
const RECORD = 'file-facts.json';

/** Files that are read and compressed at a time: more than Node has threads for it. */
const MAX_OPEN = 8;

/**
 * The facts of files of the build in `distFolder`, in their order. Files that are new or changed since the last call are
 * hashed, and compressed where their type can be; of all others nothing is read.
 */
export async function collectFileFacts(
  distFolder: string,
  files: readonly ServedFile[],
): Promise<FileFacts[]> {
  const known = readRecord(distFolder);
  const names = files.map(({ file }) => path.relative(distFolder, file).split(path.sep).join('/'));
  const facts: FileFacts[] = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < files.length; index = next++) {
      const [served, name = ''] = [files[index], names[index]];
      if (served) facts[index] = await toFacts(served, known.get(name));
    }
  };
  await Promise.all(Array.from({ length: MAX_OPEN }, work));
  const record = Object.fromEntries(names.map((name, index) => [name, facts[index]]));
  replaceFile(path.join(distFolder, RECORD), JSON.stringify(record));
  return facts;
}

function readRecord(distFolder: string): Map<string, FileFacts> {
  try {
    const record: Record<string, FileFacts> = JSON.parse(readFileSync(path.join(distFolder, RECORD), 'utf8'));
    return new Map(Object.entries(record));
  } catch {
    return new Map();
  }
}

async function toFacts({ file, type }: ServedFile, known: FileFacts | undefined): Promise<FileFacts> {
  const { ino, mtimeMs, size } = statSync(file);
  const stamp = `${ino} ${mtimeMs} ${size}`;
  if (known?.stamp === stamp) return known;
  const bytes = await readFile(file);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  // Copied with its compressed forms, as from the cache of a host.
  const isUnchanged = known?.hash === hash && known.compressed.every((form) => existsSync(`${file}.${form}`));
  const compressed = isUnchanged ? known.compressed : await compressFile(file, bytes, type);
  return { stamp, bytes: bytes.length, hash, compressed };
}

async function compressFile(file: string, bytes: Buffer, type: string): Promise<CompressedForm[]> {
  const forms = isCompressible(type)
    ? await Promise.all(
        COMPRESSED_FORMS.map(async (form) => ({ form, content: await compress(bytes, form) })),
      )
    : COMPRESSED_FORMS.map((form) => ({ form, content: undefined }));
  return forms.flatMap(({ form, content }) => {
    if (content === undefined) rmSync(`${file}.${form}`, { force: true });
    else replaceFile(`${file}.${form}`, content);
    return content === undefined ? [] : form;
  });
}
