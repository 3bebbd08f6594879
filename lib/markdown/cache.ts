import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCached, writeCached } from '../disk-cache';
import { type CompiledText, compileText, type Text } from './compile';

/**
 * The compiled form of a text. Compiled once for each state of the text and of the engine: kept in memory, and on
 * the disk below `.next/cache`, which hosts keep between builds.
 */
export function getCompiled(text: Text): Promise<CompiledText> {
  const key = toKey(text);
  const known = memory.get(key);
  if (known) return known;
  const compiled = readOrCompile(key, text);
  memory.set(key, compiled);
  if (memory.size > MOST_IN_MEMORY) memory.delete(memory.keys().next().value ?? '');
  return compiled;
}

const MOST_IN_MEMORY = 2000;
const memory = new Map<string, Promise<CompiledText>>();

async function readOrCompile(key: string, text: Text): Promise<CompiledText> {
  const name = path.join(key.slice(0, 2), `${key}.json`);
  const known = readCached(name);
  if (known) return JSON.parse(known.toString('utf8'));
  const compiled = await compileText(text);
  writeCached(name, JSON.stringify(compiled));
  return compiled;
}

function toKey(text: Text): string {
  const hash = createHash('sha256');
  const environment = process.env.NODE_ENV === 'production' ? 'production' : 'development';
  for (const part of [
    getEngineVersion(),
    environment,
    text.format,
    text.title,
    String(text.bodyLine),
    text.body,
  ]) {
    hash.update(part).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

let engineVersion: string | undefined;

/** Changes with the code of this folder and with the packages installed, so that a newer engine compiles anew. */
export function getEngineVersion(): string {
  if (engineVersion !== undefined && process.env.NODE_ENV === 'production') return engineVersion;
  const hash = createHash('sha256');
  const root = /* turbopackIgnore: true */ process.cwd();
  for (const file of [
    ...listSources(path.join(root, 'lib', 'markdown')),
    path.join(root, 'package-lock.json'),
  ]) {
    hash.update(readIfThere(file));
  }
  engineVersion = hash.digest('hex');
  return engineVersion;
}

function listSources(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name))
      .sort()
      .map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
