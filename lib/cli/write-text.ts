import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all: beside it first, then in its place. */
export function writeText(file: string, text: string): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
