import { createHash } from 'node:crypto';
import path from 'node:path';
import { readCached, writeCached } from '../../cache/disk-cache';
import { getEngineVersion } from '../../cache/engine-version';
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
    getEngineVersion('lib/markdown/compile/compile.ts'),
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
