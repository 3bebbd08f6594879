import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { findOutput, listMissing, removeOutput } from './output-files';

test('an output is removed with all that a build has for it, and no other', () => {
  const folder = test.info().outputPath('build');
  const app = path.join(folder, 'server', 'app');
  mkdirSync(path.join(app, 'posts/été.segments'), { recursive: true });
  const kept = ['posts/été-2.html', 'posts/été-2.html.br'];
  const removed = ['html', 'html.br', 'html.gz', 'meta', 'rsc', 'segments/_tree.segment.rsc'].map(
    (ending) => `posts/été.${ending}`,
  );
  const feed = ['feed.xml.body', 'feed.xml.body.br', 'feed.xml.body.gz', 'feed.xml.meta'];
  for (const file of [...kept, ...removed, ...feed]) writeFileSync(path.join(app, file), '');
  expect(findOutput(folder, '/posts/%C3%A9t%C3%A9')).toBe(path.join(app, 'posts/été.html'));
  removeOutput(folder, '/posts/%C3%A9t%C3%A9');
  removeOutput(folder, '/feed.xml');
  expect(findOutput(folder, '/posts/%C3%A9t%C3%A9')).toBeUndefined();
  expect(readdirSync(app, { recursive: true })).toEqual(['posts', ...kept]);
  expect(existsSync(path.join(app, 'feed.xml.meta'))).toBe(false);
});

test('an output is found where Next puts it, with the adapter of a host or without', () => {
  const folder = test.info().outputPath('build');
  const files = ['app/index.html', 'app/feed.xml.body', 'route-cache/APP_PAGE/0a1b/$/posts/été.html'];
  for (const file of files) {
    mkdirSync(path.join(folder, 'server', path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, 'server', file), '');
  }
  const addresses = ['/', '/feed.xml', '/posts/%C3%A9t%C3%A9', '/posts/none', '/posts'];
  expect(listMissing(folder, addresses)).toEqual(['/posts/none', '/posts']);
});
