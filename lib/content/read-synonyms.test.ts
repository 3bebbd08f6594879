import { expect, test } from 'playwright/test';
import { indexContent } from './write-content';

function read(...fields: readonly string[]) {
  const { posts, problems } = indexContent({
    'posts/a.md': ['---', 'title: A', ...fields, '---', '', 'Words.'].join('\n'),
  });
  return {
    post: posts[0],
    found: problems.map(({ line, severity, message }) => `${line} ${severity}: ${message}`),
  };
}

test('fields of other engines that say the same are read, each with a warning', () => {
  const { post, found } = read(
    'pubDatetime: 2024-01-02T10:00:00Z',
    'modDatetime: 2024-02-03',
    'summary: In short.',
    'canonicalURL: https://example.com/a',
    'redirect_from: [/old, /older]',
    'series: [Building]',
  );
  expect(post).toMatchObject({
    date: '2024-01-02T10:00:00Z',
    updated: '2024-02-03',
    description: 'In short.',
    canonical: 'https://example.com/a',
    aliases: ['/old', '/older'],
    series: 'Building',
  });
  expect(found).toEqual([
    '3 warning: "pubDatetime" is read as "date".',
    '4 warning: "modDatetime" is read as "updated".',
    '5 warning: "summary" is read as "description".',
    '6 warning: "canonicalURL" is read as "canonical".',
    '7 warning: "redirect_from" is read as "aliases".',
  ]);
});

test('other names of a note, as Obsidian has them, are no old addresses', () => {
  const { post, found } = read('description: D', 'date: 2024-01-02', 'aliases: [A name, Another]');
  expect(post).toMatchObject({ aliases: [] });
  expect(found).toEqual(['5 warning: "aliases" is written as another engine has it, and is not read.']);
  const mixed = read('description: D', 'date: 2024-01-02', 'aliases: [/old, A name]').found;
  expect(mixed).toEqual([expect.stringContaining('5 error: Item 2 of "aliases" must be a path')]);
});

test('our own fields are read before them, and what is wrong is reported where it stands', () => {
  const { post, found } = read('date: 2024-01-02', 'pubDate: 2024-05-05', 'description: D', 'excerpt: E');
  expect([post?.date, post?.description]).toEqual(['2024-01-02', 'D']);
  expect(found).toEqual(['4 warning: "pubDate" is not a field.', '6 warning: "excerpt" is not a field.']);
  const wrong = read('description: D', 'pubDate: 2024-02-31');
  expect(wrong.found).toContain('4 error: "date" is not a real date: 2024-02-31 does not exist.');
});

test('a post that Hugo would publish later, or take back, is an error', () => {
  const late = read('date: 2024-01-02', 'description: D', 'publishDate: 2099-01-01');
  expect(late.found).toEqual([
    '5 error: "publishDate: 2099-01-01" does not keep this post back until then: its date decides.',
  ]);
  expect(read('date: 2024-01-02', 'description: D', 'publishDate: 2024-01-02').found).toEqual([]);
  expect(read('publishDate: 2099-01-01', 'description: D').post).toBeUndefined();
  expect(read('date: 2024-01-02', 'description: D', 'expiryDate: 2024-05-01').found).toEqual([
    '5 error: "expiryDate: 2024-05-01" does not take this post back: it stays published.',
  ]);
});
