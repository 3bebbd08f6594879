/**
 * Decides where chunks of about `size` begin. Besides what fits into a chunk only the key of an entry counts: one of
 * `every` may begin a chunk once half of the size is reached. So an entry that grows, comes or goes moves the
 * boundaries near it, and all chunks further on stay as they were.
 */
export function createChunkCutter(size: number, every: number): (key: string, length: number) => boolean {
  let filled = Number.POSITIVE_INFINITY;
  return (key, length) => {
    const isStart = filled + length > 1.5 * size || (filled > size / 2 && hash(key) % every === 0);
    filled = isStart ? length : filled + length;
    return isStart;
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
