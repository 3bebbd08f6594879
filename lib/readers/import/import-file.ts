import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** Bytes of a file, unpacked; one that claims to be more is not read further. */
export const MAX_BYTES = 1024 ** 3;

const GZIP = Buffer.from([0x1f, 0x8b]);

/** The text of a file in pieces, unpacked where it is one of gzip. Throws where it is larger than `max` bytes. */
export async function* readPieces(file: string, max = MAX_BYTES): AsyncGenerator<string> {
  const source = createReadStream(file);
  const isPacked = readStart(file, 2).equals(GZIP);
  const stream = isPacked ? source.pipe(createGunzip()) : source;
  source.on('error', (error) => stream.destroy(error));
  const decoder = new TextDecoder();
  let bytes = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > max) throw new Error(`The file is larger than ${Math.floor(max / 1024 ** 2)} MB.`);
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder.decode();
  } finally {
    source.destroy();
    stream.destroy();
  }
}

/** The first bytes of a file. */
export function readStart(file: string, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  const handle = openSync(file, 'r');
  try {
    return buffer.subarray(0, readSync(handle, buffer, 0, length, 0));
  } finally {
    closeSync(handle);
  }
}
