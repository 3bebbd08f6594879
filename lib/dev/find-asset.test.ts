import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { writeContent, writePost } from '../content/write-content';
import { findAsset } from './find-asset';

keepEnvironment();

test('a file is found by its bytes and its name, beside a document or among the fonts', async () => {
  const root = writeContent({
    'posts/a/index.md': writePost(),
    'posts/a/notes.txt': 'one',
    'posts/b/index.md': writePost(['title: B']),
    'posts/b/notes.txt': 'two',
    'fonts/own.woff2': 'a font',
    'secret.txt': 'not for readers',
  });
  process.env.CONTENT_DIR = root;
  const hashOf = (file: string) =>
    createHash('sha256')
      .update(readFileSync(`${root}/${file}`))
      .digest('hex')
      .slice(0, 12);
  for (const file of ['posts/a/notes.txt', 'posts/b/notes.txt', 'fonts/own.woff2']) {
    const found = await findAsset(hashOf(file), file.split('/').at(-1) ?? '');
    expect(found?.file).toBe(`${root}/${file}`);
  }
  expect(await findAsset('0'.repeat(12), 'own.woff2')).toBeUndefined();
  expect(await findAsset('0'.repeat(12), 'secret.txt')).toBeUndefined();
});
