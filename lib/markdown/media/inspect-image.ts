import { readFileSync } from 'node:fs';

/**
 * What is wrong with the bytes of a file that is to be shown as an image, as the rest of the sentence "This file …";
 * undefined where a browser shows it. Signatures and ends are those of the formats' specifications.
 */
export function inspectImage(file: string): string | undefined {
  return inspectBytes(readFileSync(file));
}

function inspectBytes(bytes: Buffer): string | undefined {
  if (bytes.length === 0) return 'is empty';
  const format = FORMATS.find(({ isOne }) => isOne(bytes));
  if (format) return format.isWhole(bytes) ? undefined : `is ${format.name} that is cut off`;
  const other = OTHERS.find(([, signature]) => signature.test(bytes.toString('latin1', 0, 64)));
  if (other) return `is ${other[0]}, which browsers do not show`;
  return isText(bytes) ? `is text: "${firstWords(bytes)}"` : 'has no format that browsers show';
}

interface Format {
  readonly name: string;
  readonly isOne: (bytes: Buffer) => boolean;
  readonly isWhole: (bytes: Buffer) => boolean;
}

const startsWith = (signature: string) => (bytes: Buffer) =>
  bytes.toString('latin1', 0, signature.length) === signature;

const FORMATS: readonly Format[] = [
  {
    name: 'a PNG',
    isOne: startsWith('\x89PNG\r\n\x1a\n'),
    isWhole: (bytes) => bytes.includes('IEND', -64, 'latin1'),
  },
  {
    name: 'a JPEG',
    isOne: startsWith('\xff\xd8\xff'),
    // Cameras write more after the end marker.
    isWhole: (bytes) => bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0,
  },
  {
    name: 'a GIF',
    isOne: startsWith('GIF8'),
    isWhole: (bytes) => bytes.lastIndexOf(0x3b) > bytes.length - 16,
  },
  {
    name: 'a WebP',
    isOne: (bytes) => startsWith('RIFF')(bytes) && bytes.toString('latin1', 8, 12) === 'WEBP',
    isWhole: (bytes) => bytes.length >= bytes.readUInt32LE(4) + 8,
  },
  {
    name: 'an AVIF',
    isOne: (bytes) => /^ftypavi[fs]/.test(bytes.toString('latin1', 4, 12)),
    isWhole: hasWholeBoxes,
  },
  {
    name: 'an SVG',
    isOne: (bytes) => /<svg[\s>]/.test(bytes.toString('utf8', 0, 4096)),
    isWhole: (bytes) => /<\/(?:[\w-]+:)?svg\s*>|<svg[^>]*\/>/.test(bytes.toString('utf8')),
  },
];

/** Boxes of ISO base media files begin with their length; 0 stands for the rest of the file. */
function hasWholeBoxes(bytes: Buffer): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return true;
    const size = length === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : length;
    if (size < 8) return false;
    at += size;
  }
  return at === bytes.length;
}

const OTHERS: readonly (readonly [name: string, signature: RegExp])[] = [
  ['a photo in HEIC', /^.{4}ftyp(?:hei|hev|mif1|msf1)/s],
  ['a TIFF', /^(?:II\*\0|MM\0\*)/],
  ['a Photoshop file', /^8BPS/],
  ['a PDF', /^%PDF/],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the signature of Matroska.
  ['a film', /^(?:.{4}ftyp|\x1aE\xdf\xa3)/s],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the signatures of ZIP and gzip.
  ['an archive', /^(?:PK\x03\x04|\x1f\x8b)/],
  ['a pointer of Git LFS, not the image itself (git lfs pull fetches it)', /^version https:\/\/git-lfs/],
  ['a page of HTML', /^\s*<(?:!doctype html|html)/i],
];

function isText(bytes: Buffer): boolean {
  return !bytes.subarray(0, 512).some((byte) => byte < 9 || (byte > 13 && byte < 32));
}

function firstWords(bytes: Buffer): string {
  const words = bytes.toString('utf8', 0, 200).replace(/\s+/g, ' ').trim();
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
}
