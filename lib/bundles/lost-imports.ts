import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A place in a file of components that the bundler of Next stops at and esbuild does not. */
export interface Stop {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

const IMPORT = /^\s*import\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]/;
const ENDINGS = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '.json', '/index.ts', '/index.tsx', '/index.js'];

/** The first import of a file that is not there and whose names nothing uses, or a 'use client' that comes too late. */
export function findStop(file: string): Stop | undefined {
  const lines = readFileSync(file, 'utf8').split('\n');
  const isBegun = (line: string) => line.trim() !== '' && !/^\s*(\/\/|\/\*|\*|['"]use \w+['"];?)/.test(line);
  for (const [index, line] of lines.entries()) {
    const source = IMPORT.exec(line)?.[1];
    const place = { file, line: index + 1 };
    if (source !== undefined && !isThere(path.resolve(path.dirname(file), source)))
      return { ...place, text: `Could not resolve "${source}"` };
    if (/^\s*['"]use client['"]/.test(line) && lines.slice(0, index).some(isBegun))
      return { ...place, text: "'use client' has to be the first line" };
  }
  return undefined;
}

function isThere(file: string): boolean {
  return ENDINGS.some((ending) => existsSync(file + ending)) || existsSync(file.replace(/\.m?js$/, '.ts'));
}
