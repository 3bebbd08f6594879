import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { WORK, type Work } from '../lib/cache/work';
import { checkContent } from '../lib/checks/check-content';
import { buildIndex } from '../lib/content/build-index';
import { readContent } from '../lib/content/read';
import { provideAll } from '../lib/markdown/elements/components';
import { listMedia } from '../lib/markdown/media/media-list';
import { renderFeedHtml } from '../lib/markdown/plain/feed-html';
import { renderMarkdownExport } from '../lib/markdown/plain/markdown-export';
import { getPlainTree } from '../lib/markdown/plain/plain-tree';
import { renderDocument } from '../lib/markdown/render/render';
import { readSections } from '../lib/search/build/sections';
import { keepEnvironment } from './keep-environment';

keepEnvironment();

const Nothing = () => null;

test.beforeEach(() => {
  process.env.CACHE_DIR = mkdtempSync(path.join(tmpdir(), 'colophon-cache-'));
});

test.afterEach(() => {
  rmSync(process.env.CACHE_DIR ?? '', { recursive: true, force: true });
});

test('whatever is made of a document, it is compiled, resolved and rendered plain once', async () => {
  const counts = new Map<string, number>();
  const count = (work: unknown) => {
    const { kind, of } = work as Work;
    counts.set(`${kind} ${of}`, (counts.get(`${kind} ${of}`) ?? 0) + 1);
  };
  WORK.subscribe(count);
  const index = buildIndex(readContent(path.resolve('e2e/content')), '2026-11-22', 'public');
  const posts = [...index.postsBySlug.values()];
  await checkContent(index, { compile: true });
  const exports = { get: (_target: object, name: string) => (name === 'then' ? undefined : Nothing) };
  const loadModule = async () => new Proxy({}, exports);
  for (const document of [...posts, ...index.pages.values()]) {
    const getPage = () => renderDocument(document, index, provideAll(Nothing), loadModule);
    await Promise.all([getPage(), getPage()]);
  }
  await listMedia(index);
  for (const post of posts) {
    const before = JSON.stringify(await getPlainTree(post, index));
    await Promise.all([
      renderFeedHtml(post, index),
      renderMarkdownExport(post, index),
      readSections(post, index),
    ]);
    expect(JSON.stringify(await getPlainTree(post, index)), post.file).toBe(before);
  }
  WORK.unsubscribe(count);
  const of = (kind: Work['kind']) => [...counts].filter(([key]) => key.startsWith(`${kind} `));
  expect(of('render plain')).toHaveLength(posts.length);
  expect(of('resolve').length).toBeGreaterThanOrEqual(posts.length + index.pages.size);
  expect(of('compile').length).toBeGreaterThanOrEqual(posts.length + index.pages.size);
  expect([...counts].filter(([, times]) => times !== 1)).toEqual([]);
});
