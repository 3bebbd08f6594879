/** Width and height in pixels of an MP4 film, from the header of its first track that has a size (ISO/IEC 14496-12). */
export function readFilmSize(bytes: Buffer): { width: number; height: number } | undefined {
  const movie = findBoxes(bytes, 'moov')[0];
  for (const track of movie ? findBoxes(movie, 'trak') : []) {
    const header = findBoxes(track, 'tkhd')[0];
    // The last eight bytes are width and height, in 16.16 fixed point.
    if (!header || header.length < 84) continue;
    const width = Math.round(header.readUInt32BE(header.length - 8) / 65_536);
    const height = Math.round(header.readUInt32BE(header.length - 4) / 65_536);
    if (width > 0 && height > 0) return { width, height };
  }
  return undefined;
}

function findBoxes(bytes: Buffer, wanted: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= bytes.length;
    const start = at + (isLong ? 16 : 8);
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short;
    if (size < start - at) break;
    if (bytes.toString('latin1', at + 4, at + 8) === wanted) found.push(bytes.subarray(start, at + size));
    at += size;
  }
  return found;
}
