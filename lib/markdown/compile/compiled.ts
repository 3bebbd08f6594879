import { createHash } from 'node:crypto';
import { createDiskCache } from '../../cache/disk-cache';
import { createProcessCache } from '../../cache/process-cache';
import { readCarried } from './carried-texts';
import type { CompiledText, Text } from './compile';

/**
 * The compiled form of a text. Compiled once for each state of the text and of the engine: kept in memory, and on
 * the disk below `.next/cache`, which hosts keep between builds.
 */
export function getCompiled(text: Text): Promise<CompiledText> {
  const key = getCompiledKey(text);
  return cache.getOrCreate(key, () => readOrCompile(key, text));
}

const cache = createProcessCache<string, Promise<CompiledText>>('compiled bodies', { max: 100 });

/** Stores a compiled form that a thread has made, for `getCompiled` to find. */
export function storeCompiled(text: Text, compiled: CompiledText): void {
  const key = getCompiledKey(text);
  disk.write(key, JSON.stringify(compiled));
  cache.set(key, Promise.resolve(compiled));
}

/** What an earlier build left of a text, for those who do not want to wait for more. */
export function readCompiled(text: Text): CompiledText | undefined {
  return read(getCompiledKey(text, 'production'));
}

/** Has what a build left of a text kept, where nobody reads it because nothing changed. False where it left nothing. */
export function keepCompiled(text: Text): boolean {
  return disk.keep(getCompiledKey(text, 'production'));
}

const disk = createDiskCache('bodies', 'lib/markdown/compile/compile.ts');

function read(key: string): CompiledText | undefined {
  const known = disk.read(key) ?? readCarried(key);
  return known && JSON.parse(known.toString('utf8'));
}

async function readOrCompile(key: string, text: Text): Promise<CompiledText> {
  const known = read(key);
  if (known) return known;
  // Loaded when it is needed: most visits find everything compiled.
  const { compileText } = await import('./compile');
  const compiled = await compileText(text);
  disk.write(key, JSON.stringify(compiled));
  return compiled;
}

type Environment = 'production' | 'development';

/** Changes with all that a text is compiled from besides the engine. */
export function getCompiledKey(text: Text, environment: Environment = getEnvironment()): string {
  return hashParts(environment, String(text.bodyLine), getTextKey(text));
}

/** The same, but for the place of the text in its file, which only messages name. */
export function getTextKey({ format, title, body, cover, shared, data, figureLabel = '' }: Text): string {
  const brought = shared || data ? JSON.stringify([shared, data]) : '';
  return hashParts(format, title, body, cover ? 'cover' : '', brought, figureLabel);
}

function hashParts(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}

function getEnvironment(): Environment {
  return process.env.NODE_ENV === 'production' ? 'production' : 'development';
}
