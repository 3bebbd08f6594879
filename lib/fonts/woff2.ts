import { brotliDecompressSync } from 'node:zlib';
import { readAverageWidth } from './average-width';
import type { FontMetrics } from './fallbacks';

/** What a page needs to know of a font before it asks for it. */
export interface FaceFacts {
  /** Lightest and boldest weight of a variable font; absent: the file has one weight. */
  readonly weights?: readonly [number, number];
  /** Height of the letter x as a part of the type's size; absent: the file does not say. */
  readonly xHeight?: number;
  /** The room its text takes; absent: the file does not say. */
  readonly metrics?: FontMetrics;
}

const SIGNATURE = 0x774f4632;
const HEADER = 48;

/** The tables that are known by number, in that order (https://www.w3.org/TR/WOFF2/#table_dir_format). */
const KNOWN = [
  ...'cmap head hhea hmtx maxp name OS/2 post cvt fpgm glyf loca prep CFF VORG EBDT EBLC gasp hdmx kern'.split(
    ' ',
  ),
  ...'LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG sbix acnt'.split(
    ' ',
  ),
  ...'avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf'.split(
    ' ',
  ),
  ...'Silf Glat Gloc Feat Sill'.split(' '),
];

/** Facts of a WOFF2 file. Throws, saying why, where it is none. */
export function readWoff2(file: Buffer): FaceFacts {
  if (file.length < HEADER || file.readUInt32BE(0) !== SIGNATURE) throw new Error('it is no WOFF2 file');
  const { entries, end } = readDirectory(file);
  let data: Buffer;
  try {
    data = brotliDecompressSync(file.subarray(end, end + file.readUInt32BE(20)));
  } catch {
    throw new Error('its bytes are damaged');
  }
  const tables = new Map<string, Table>();
  let start = 0;
  for (const { tag, length, isTransformed } of entries) {
    tables.set(tag, { bytes: data.subarray(start, start + length), isTransformed });
    start += length;
  }
  return {
    ...readWeights(tables.get('fvar')?.bytes),
    ...readXHeight(tables.get('head')?.bytes, tables.get('OS/2')?.bytes),
    ...readMetrics(tables),
  };
}

interface Table {
  readonly bytes: Buffer;
  readonly isTransformed: boolean;
}

interface Entry {
  readonly tag: string;
  readonly length: number;
  readonly isTransformed: boolean;
}

function readDirectory(file: Buffer): { entries: Entry[]; end: number } {
  const entries: Entry[] = [];
  let at = HEADER;
  const readNumber = () => {
    let value = 0;
    for (let byte = 0x80; (byte & 0x80) !== 0; value = value * 128 + (byte & 0x7f))
      byte = file.readUInt8(at++);
    return value;
  };
  for (let index = 0; index < file.readUInt16BE(12); index++) {
    const flags = file.readUInt8(at++);
    const known = KNOWN[flags & 0x3f];
    const tag = known ?? file.toString('latin1', at, at + 4);
    if (known === undefined) at += 4;
    const length = readNumber();
    // Outlines are stored in a form of their own unless the file says otherwise; other tables, only if it says so.
    const isOutlines = tag === 'glyf' || tag === 'loca';
    const isTransformed = isOutlines ? flags >> 6 !== 3 : flags >> 6 !== 0;
    entries.push({ tag, length: isTransformed ? readNumber() : length, isTransformed });
  }
  return { entries, end: at };
}

function readWeights(fvar: Buffer | undefined): Pick<FaceFacts, 'weights'> {
  if (fvar === undefined) return {};
  const [start, count, size] = [fvar.readUInt16BE(4), fvar.readUInt16BE(8), fvar.readUInt16BE(10)];
  for (let axis = start; axis < start + count * size; axis += size) {
    if (fvar.toString('latin1', axis, axis + 4) !== 'wght') continue;
    const read = (at: number) => Math.round(fvar.readInt32BE(axis + at) / 0x10000);
    return { weights: [read(4), read(12)] };
  }
  return {};
}

function readXHeight(head: Buffer | undefined, os2: Buffer | undefined): Pick<FaceFacts, 'xHeight'> {
  // Older versions of the table end before the height.
  if (head === undefined || os2 === undefined || os2.readUInt16BE(0) < 2) return {};
  const height = os2.readInt16BE(86) / head.readUInt16BE(18);
  return height > 0 ? { xHeight: height } : {};
}

function readMetrics(tables: ReadonlyMap<string, Table>): Pick<FaceFacts, 'metrics'> {
  const [cmap, head, hhea, hmtx] = ['cmap', 'head', 'hhea', 'hmtx'].map((tag) => tables.get(tag));
  if (!cmap || !head || !hhea || !hmtx) return {};
  const { isTransformed } = hmtx;
  const width = readAverageWidth({
    cmap: cmap.bytes,
    head: head.bytes,
    hhea: hhea.bytes,
    hmtx: hmtx.bytes,
    isTransformed,
  });
  if (width === undefined) return {};
  const unitsPerEm = head.bytes.readUInt16BE(18);
  const [ascent, descent] = [hhea.bytes.readInt16BE(4), -hhea.bytes.readInt16BE(6)];
  return { metrics: { width, ascent: ascent / unitsPerEm, descent: descent / unitsPerEm } };
}
