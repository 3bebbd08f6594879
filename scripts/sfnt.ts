/**
 * The little of the OpenType file format that renaming a font needs: the table directory and the `name` table
 * (https://learn.microsoft.com/typography/opentype/spec/otff, …/name).
 */
export type FontTables = ReadonlyMap<string, Buffer>;

/** One record of the `name` table. Ids: 0 copyright, 1 family, 2 style, 4 full name, 6 PostScript name, 13–14 licence. */
export interface NameRecord {
  readonly id: number;
  readonly text: string;
}

const HEADER = 12;
const DIRECTORY_ENTRY = 16;
const NAME_RECORD = 12;
const WINDOWS_UNICODE_ENGLISH = [3, 1, 0x409] as const;

/** The tables of an uncompressed font by their four-letter tags. */
export function readTables(font: Buffer): FontTables {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = HEADER + index * DIRECTORY_ENTRY;
    const start = font.readUInt32BE(entry + 8);
    tables.set(
      font.toString('latin1', entry, entry + 4),
      font.subarray(start, start + font.readUInt32BE(entry + 12)),
    );
  }
  return tables;
}

/** A font file made of tables; the inverse of `readTables`. */
export function buildFont(tables: FontTables, flavour: number): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(HEADER + sorted.length * DIRECTORY_ENTRY);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  header.writeUInt32BE(flavour, 0);
  header.writeUInt16BE(sorted.length, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((sorted.length - power) * 16, 10);
  const body: Buffer[] = [];
  let start = header.length;
  for (const [index, [tag, table]] of sorted.entries()) {
    const entry = HEADER + index * DIRECTORY_ENTRY;
    header.write(tag, entry, 'latin1');
    header.writeUInt32BE(checksum(table), entry + 4);
    header.writeUInt32BE(start, entry + 8);
    header.writeUInt32BE(table.length, entry + 12);
    const padded = pad(table);
    body.push(padded);
    start += padded.length;
  }
  return Buffer.concat([header, ...body]);
}

/** The records of a `name` table. */
export function readNames(table: Buffer): NameRecord[] {
  const storage = table.readUInt16BE(4);
  return Array.from({ length: table.readUInt16BE(2) }, (_, index) => {
    const record = 6 + index * NAME_RECORD;
    const start = storage + table.readUInt16BE(record + 10);
    const bytes = Buffer.from(table.subarray(start, start + table.readUInt16BE(record + 8)));
    // Platform 1 (Macintosh) holds bytes, all others UTF-16 in big-endian order.
    const text =
      table.readUInt16BE(record) === 1 ? bytes.toString('latin1') : bytes.swap16().toString('utf16le');
    return { id: table.readUInt16BE(record + 6), text };
  });
}

/** A `name` table holding these records, for Windows and every newer system, in English. */
export function buildNames(records: readonly NameRecord[]): Buffer {
  const sorted = [...records].sort((a, b) => a.id - b.id);
  const texts = sorted.map(({ text }) => Buffer.from(text, 'utf16le').swap16());
  const head = Buffer.alloc(6 + sorted.length * NAME_RECORD);
  head.writeUInt16BE(sorted.length, 2);
  head.writeUInt16BE(head.length, 4);
  let start = 0;
  for (const [index, { id }] of sorted.entries()) {
    const length = texts[index]?.length ?? 0;
    const fields = [...WINDOWS_UNICODE_ENGLISH, id, length, start];
    for (const [place, value] of fields.entries())
      head.writeUInt16BE(value, 6 + index * NAME_RECORD + place * 2);
    start += length;
  }
  return Buffer.concat([head, ...texts]);
}

/** The tags of the features in a `GSUB` or `GPOS` table. */
export function readFeatures(table: Buffer): string[] {
  const list = table.readUInt16BE(6);
  const tags = Array.from({ length: table.readUInt16BE(list) }, (_, index) => {
    const record = list + 2 + index * 6;
    return table.toString('latin1', record, record + 4);
  });
  return [...new Set(tags)];
}

function checksum(table: Buffer): number {
  const padded = pad(table);
  let sum = 0;
  for (let place = 0; place < padded.length; place += 4) sum = (sum + padded.readUInt32BE(place)) >>> 0;
  return sum;
}

function pad(table: Buffer): Buffer {
  return Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
}
