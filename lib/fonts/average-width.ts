import { SAMPLE_TEXT } from './sample-text';

/** What kerning takes from the width of a text, in most fonts. */
const KERNING = 0.995;

interface WidthTables {
  readonly cmap: Buffer;
  readonly head: Buffer;
  readonly hhea: Buffer;
  readonly hmtx: Buffer;
  /** True where `hmtx` is stored as WOFF2 transforms it: without the side bearings between the widths. */
  readonly isTransformed: boolean;
}

/** Average width of a character of English text in a font, in parts of its size; undefined where it has no letters. */
export function readAverageWidth(tables: WidthTables): number | undefined {
  const { head, hhea, hmtx, isTransformed } = tables;
  const glyphOf = readCharacterMap(tables.cmap);
  if (!glyphOf?.('e'.charCodeAt(0))) return undefined;
  const last = hhea.readUInt16BE(34) - 1;
  const widthOf = (glyph: number) => {
    const at = Math.min(glyph, last);
    return hmtx.readUInt16BE(isTransformed ? 1 + 2 * at : 4 * at);
  };
  const widths = [...SAMPLE_TEXT].map((character) => widthOf(glyphOf(character.charCodeAt(0))));
  const sum = widths.reduce((total, width) => total + width, 0);
  return (sum / widths.length / head.readUInt16BE(18)) * KERNING;
}

/** From UTF-16 codes to glyphs: format 4 of the table, which every font for texts has. */
function readCharacterMap(cmap: Buffer): ((code: number) => number) | undefined {
  const start = findSubtable(cmap);
  if (start === undefined) return undefined;
  const table = cmap.subarray(start);
  const span = table.readUInt16BE(6);
  return (code) => {
    for (let at = 14; at < 14 + span; at += 2) {
      if (table.readUInt16BE(at) < code) continue;
      const from = table.readUInt16BE(at + span + 2);
      const [delta, offset] = [table.readUInt16BE(at + 2 * span + 2), table.readUInt16BE(at + 3 * span + 2)];
      if (from > code) return 0;
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = table.readUInt16BE(at + 3 * span + 2 + offset + 2 * (code - from));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function findSubtable(cmap: Buffer): number | undefined {
  for (let record = 4; record < 4 + 8 * cmap.readUInt16BE(2); record += 8) {
    const start = cmap.readUInt32BE(record + 4);
    if (cmap.readUInt16BE(start) === 4) return start;
  }
  return undefined;
}
