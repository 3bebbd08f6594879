import path from 'node:path';
import { compile } from '@mdx-js/mdx';
import { expect, test } from 'playwright/test';
import remarkGfm from 'remark-gfm';
import { parse } from 'yaml';
import { buildIndex } from '../../content/build-index';
import { readContent } from '../../content/read';
import { indexContent, writePost } from '../../content/write-content';
import { renderMarkdownExport } from './markdown-export';

const index = buildIndex(readContent(path.resolve('e2e/content')), '2026-11-22', 'public');

test('a exported says what its post says, whatever the title holds', async () => {
  for (const post of index.postsBySlug.values()) {
    const exported = await renderMarkdownExport(post, index);
    const [, facts = '', text = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(exported) ?? [];
    const { title, url, tags, lang } = parse(facts);
    expect(title).toBe(post.plain?.title);
    expect(url).toBe(`${index.site.url}/posts/${encodeURIComponent(post.slug)}`);
    expect(tags ?? []).toEqual(post.tags.map(({ label }) => label));
    expect(lang).toBe(post.lang ?? 'en');
    const { value } = await compile(text, { format: 'md', remarkPlugins: [remarkGfm] });
    expect(String(value), post.slug).toContain('_jsx(_components.h1');
    for (const [, address = ''] of text.replace(/`[^`]*`/g, '').matchAll(/\]\(<?([^)>\s]*)/g)) {
      expect(address, post.slug).toMatch(/^(https?:|mailto:)/);
    }
  }
});

test('expressions are their values, and components are Markdown', async () => {
  const post = index.postsBySlug.get('expressions-run');
  if (!post) throw new Error('The fixtures have no such post.');
  const exported = await renderMarkdownExport(post, index);
  expect(exported).toContain('the answer is 42');
  expect(exported).toContain('> [!TIP]\n>\n> A remark with two words.');
  expect(exported).not.toMatch(/<[A-Z]|\{/);
});

test('the caption of a table stands above it', async () => {
  const body = '<table><caption>What *it* holds</caption><tr><th>A</th></tr><tr><td>1</td></tr></table>';
  const own = indexContent({ 'posts/a.md': writePost([], body) });
  const [post] = own.posts;
  if (!post) throw new Error('The post of the test is broken.');
  expect(await renderMarkdownExport(post, own)).toContain('What \\*it\\* holds\n\n| A |\n| - |\n| 1 |');
});

test('the words of scripts without spaces stay words, and references in code stay references', async () => {
  const body = '这是**“重要”**的内容。 テスト**（括弧）**です。 `&#x4E2D;` a**"b"**c.';
  const own = indexContent({ 'posts/a.md': writePost([], body) });
  const [post] = own.posts;
  if (!post) throw new Error('The post of the test is broken.');
  const exported = await renderMarkdownExport(post, own);
  expect(exported).toContain('这是**“重要”**的内容。 テスト**（括弧）**です。 `&#x4E2D;` a');
});
