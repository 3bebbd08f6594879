import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIndex } from './build-index';
import type { ContentIndex } from './content-index';
import { readContent } from './read';
import type { Audience } from './state';

/** For tests: a new content folder, gone when they have run, with the files given by path, and with `posts` in any case. */
export function writeContent(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'content-'));
  if (written.length === 0) process.once('exit', removeWritten);
  written.push(folder);
  mkdirSync(path.join(folder, 'posts'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

const written: string[] = [];

function removeWritten(): void {
  for (const folder of written) rmSync(folder, { recursive: true, force: true });
}

/** For tests: the index of such a folder on 1 June 2024, or another day. */
export function indexContent(
  files: Readonly<Record<string, string | Uint8Array>>,
  audience: Audience = 'public',
  today = '2024-06-01',
): ContentIndex {
  return buildIndex(readContent(writeContent(files)), today, audience);
}

/** For tests: the text of a sound post, with further lines of front matter. */
export function writePost(extra: readonly string[] = [], body = 'Words.\n'): string {
  const has = (field: string) => extra.some((line) => line.startsWith(`${field}:`));
  const lines = ['title: Hello', 'description: A post.', 'date: 2024-03-15'].filter(
    (line) => !has(line.split(':')[0] ?? ''),
  );
  return ['---', ...lines, ...extra, '---', '', body].join('\n');
}
