/** Appends a whole number from 0 on, seven bits to a byte, least first. */
export function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/** Reads whole numbers and texts from bytes, in the order they were written. */
export interface ByteReader {
  readonly position: number;
  number(): number;
  text(length: number): string;
}

export function createByteReader(bytes: Uint8Array, start = 0): ByteReader {
  const decoder = new TextDecoder();
  let position = start;
  return {
    get position() {
      return position;
    },
    number() {
      let value = 0;
      for (let unit = 1; ; unit *= 128) {
        const byte = bytes[position++];
        if (byte === undefined) throw new RangeError('The bytes end within a number.');
        value += (byte % 128) * unit;
        if (byte < 128) return value;
      }
    },
    text(length) {
      position += length;
      return decoder.decode(bytes.subarray(position - length, position));
    },
  };
}
