import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCached, writeCached } from '../../cache/disk-cache';
import { shareInProcess } from '../../cache/process-cache';
import type { CompiledText, Text } from './compile';

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

const memory = shareInProcess('compiled', () => new Map<string, Promise<CompiledText>>());

/** What an earlier build left of a text, for those who do not want to wait for more. */
export function readCompiled(text: Text): CompiledText | undefined {
  return read(toKey(text, 'production'));
}

function read(key: string): CompiledText | undefined {
  const known = readCached(toName(key));
  return known && JSON.parse(known.toString('utf8'));
}

function toName(key: string): string {
  return path.join(key.slice(0, 2), `${key}.json`);
}

async function readOrCompile(key: string, text: Text): Promise<CompiledText> {
  const known = read(key);
  if (known) return known;
  // Loaded when it is needed: most visits find everything compiled.
  const { compileText } = await import('./compile');
  const compiled = await compileText(text);
  writeCached(toName(key), JSON.stringify(compiled));
  return compiled;
}

type Environment = 'production' | 'development';

function toKey(text: Text, environment: Environment = getEnvironment()): string {
  const hash = createHash('sha256');
  for (const part of [
    getEngineVersion(),
    environment,
    text.format,
    text.title,
    String(text.bodyLine),
    text.body,
    text.cover ? 'cover' : '',
  ]) {
    hash.update(part).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

function getEnvironment(): Environment {
  return process.env.NODE_ENV === 'production' ? 'production' : 'development';
}

let engineVersion: string | undefined;

/**
 * Changes with the code of this folder and with the packages installed, so that a newer engine compiles anew. Looked up
 * once: where the code changes under a running `next dev`, this module is loaded anew.
 */
export function getEngineVersion(): string {
  if (engineVersion !== undefined) return engineVersion;
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
