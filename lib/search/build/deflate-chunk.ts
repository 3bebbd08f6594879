import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { createDiskCache } from '../../cache/disk-cache';

/** A deflated chunk, and the name it has by its content: readers load again only what changed. */
export interface Chunk {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Deflates the content of a chunk as far as it goes, once for the same content: an edit changes few of many. */
export function deflateChunk(content: string | Uint8Array): Chunk {
  const key = createHash('sha256').update(content).digest('hex');
  const name = key.slice(0, 10);
  const known = disk.read(key);
  if (known) return { name, bytes: known };
  const bytes = deflateRawSync(content, { level: 9 });
  disk.write(key, bytes);
  return { name, bytes };
}

const disk = createDiskCache('search-chunks', 'lib/search/build/deflate-chunk.ts');
