import { createHash } from 'node:crypto';

/** `colophon 1`, the hash and the length of the content, each of fixed width, so that the content starts at one place. */
const HEADER_LENGTH = 64;
const HASH_LENGTH = 32;

/** The bytes of a file that knows whether it is whole. */
export function packEntry(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([toHeader(bytes), bytes]);
}

/** The content of such a file, without a copy; undefined where it is not what was written. */
export function unpackEntry(file: Buffer): Buffer | undefined {
  const content = file.subarray(HEADER_LENGTH);
  return toHeader(content).equals(file.subarray(0, HEADER_LENGTH)) ? content : undefined;
}

function toHeader(content: Uint8Array): Buffer {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH);
  return Buffer.from(`colophon 1 ${hash} ${content.length}`.padEnd(HEADER_LENGTH - 1).concat('\n'));
}
