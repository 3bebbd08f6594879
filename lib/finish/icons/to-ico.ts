const HEADER_BYTES = 6;
const ENTRY_BYTES = 16;
const ICON_TYPE = 1;

/**
 * An ICO file of square PNG images, each at most 256 pixels an edge, in the order given. The format is described at
 * https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10), images as PNG came with Windows Vista.
 */
export function toIco(images: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES + ENTRY_BYTES * images.length);
  header.writeUInt16LE(ICON_TYPE, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, image] of images.entries()) {
    const at = HEADER_BYTES + ENTRY_BYTES * index;
    const edge = widthOf(image);
    // A byte has no 256: there 0 stands for it.
    header.writeUInt8(edge % 256, at);
    header.writeUInt8(edge % 256, at + 1);
    // Planes and bits per pixel: those of the PNG count.
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(image.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += image.length;
  }
  return Buffer.concat([header, ...images]);
}

/** The first chunk of a PNG, after its signature, starts with the width. */
function widthOf(png: Buffer): number {
  return png.readUInt32BE(16);
}
