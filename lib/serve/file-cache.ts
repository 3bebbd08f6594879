import { readFile } from 'node:fs/promises';

/**
 * The bytes of files asked for lately, up to `maxBytes` of them together. A file that several requests wait for is read
 * once.
 */
export class FileCache {
  readonly #maxBytes: number;
  /** The one used longest ago comes first. */
  readonly #files = new Map<string, Buffer>();
  readonly #reading = new Map<string, Promise<Buffer>>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The bytes where they are at hand. */
  get(file: string): Buffer | undefined {
    const bytes = this.#files.get(file);
    if (bytes) {
      this.#files.delete(file);
      this.#files.set(file, bytes);
    }
    return bytes;
  }

  /** Reads a file, and keeps it. */
  async read(file: string): Promise<Buffer> {
    const known = this.#reading.get(file);
    if (known) return known;
    const reading = readFile(file).finally(() => this.#reading.delete(file));
    this.#reading.set(file, reading);
    const bytes = await reading;
    this.#keep(file, bytes);
    return bytes;
  }

  #keep(file: string, bytes: Buffer): void {
    if (this.#files.has(file)) return;
    this.#files.set(file, bytes);
    this.#bytes += bytes.length;
    for (const [name, { length }] of this.#files) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#files.delete(name);
      this.#bytes -= length;
    }
  }
}
