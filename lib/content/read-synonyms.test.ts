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
});

test('a list of old addresses and names has the addresses, with or without their first slash', () => {
  const { post, found } = read(
    'description: D',
    'date: 2024-01-02',
    'aliases:',
    '  - A name',
    '  - /old',
    '  - blog/older',
    '  - oldest.html',
    '  - https://else.example/a',
  );
  expect(post?.aliases).toEqual(['/old', '/blog/older', '/oldest.html']);
  expect(found).toEqual([
    '6 warning: "A name" in "aliases" is no address, and is not read.',
    '8 warning: "blog/older" in "aliases" is read as "/blog/older".',
    '9 warning: "oldest.html" in "aliases" is read as "/oldest.html".',
    '10 warning: "https://else.example/a" in "aliases" is no address, and is not read.',
  ]);
  const faulty = read('description: D', 'date: 2024-01-02', 'aliases: [A name, /old?id=3]').found;
  expect(faulty).toContainEqual(expect.stringContaining('5 error: Item 2 of "aliases" must be a path'));
  expect(read('description: D', 'date: 2024-01-02', 'aliases: /old, blog/older').post?.aliases).toEqual([
    '/old',
    '/blog/older',
  ]);
});

test('tags with addresses or number signs of their own, and empty ones, are tags', () => {
  const { post, found } = read(
    'description: D',
    'date: 2024-01-02',
    'tags: [{ label: Web, permalink: /web }, "#reading", "", C#]',
  );
  expect(post?.tags.map(({ label }) => label)).toEqual(['Web', 'reading', 'C#']);
  expect(found).toEqual(['5 warning: "#reading" in "tags" is read as "reading".']);
});

test('a slug of several parts, or of any text, is an address', () => {
  const slugOf = (slug: string) => {
    const { post, found } = read('description: D', 'date: 2024-01-02', `slug: ${slug}`);
    return [post?.slug, ...found];
  };
  expect(slugOf('/2021/hello')).toEqual(['hello', '5 warning: "/2021/hello" in "slug" is read as "hello".']);
  expect(slugOf('Odd YAML!')).toEqual([
    'odd-yaml',
    '5 warning: "Odd YAML!" in "slug" is read as "odd-yaml".',
  ]);
  expect(slugOf('/hello/')).toEqual(['hello']);
});

test('the day a note was begun is its date where it has no other, and what is no date is none', () => {
  expect(read('description: D', 'created: 2024-01-02 10:11').post?.date).toBe('2024-01-02T10:11');
  expect(read('description: D', 'created: 2024-01-02', 'pubDate: 2024-02-03').post?.date).toBe('2024-02-03');
  const { post, found } = read('description: D', 'date: 2024-01-02', 'date-modified: last-modified');
  expect(post?.updated).toBeUndefined();
  expect(found).toEqual(['5 warning: "date-modified" is not a field.']);
});

test('all words that YAML has for true and false are read, and what is quoted is text', () => {
  const { post, found } = read(
    'description: D',
    'date: 2024-01-02',
    'draft: no',
    'featured: True',
    'comments: OFF',
  );
  expect(post).toMatchObject({ state: 'published', featured: true, comments: false });
  expect(found).toEqual([]);
  expect(read('draft: yes').found).toEqual([]);
  expect(read('description: D', 'date: 2024-01-02', 'draft: "no"').found).toEqual([
    '5 error: "draft" must be true or false, not text.',
  ]);
});

test('an author described as exports of WordPress do is named', () => {
  const { found } = read('description: D', 'date: 2024-01-02', 'author: { login: admin, display_name: Ada }');
  expect(found).toEqual(['5 warning: There is no author "Ada" in authors.yml: the post names no author.']);
});

test('a title may be the first heading, a date in the name of the file, a name any text', () => {
  const { posts, problems } = indexContent({
    'posts/2024-01-02 My note (final).md':
      '---\ndescription: D\ndate:\n---\n\n# My `note` {#top}\n\nWords.\n',
  });
  expect(posts[0]).toMatchObject({ title: 'My note', date: '2024-01-02', slug: 'my-note-final' });
  expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    'warning: The field "title" is missing: the title is the first heading, "My note".',
    'warning: The name "2024-01-02 My note (final)" has characters that an address cannot hold: there it is "my-note-final".',
  ]);
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

test('names in another case, languages of a system and forms of other engines are read as they are meant', () => {
  const { post, found } = read(
    'Description: D',
    'Date: 2024-01-02',
    'lang: en_US',
    'tags: [{ name: Web, slug: w }]',
    'series: { name: Building, part: 2 }',
    'comments: { host: mastodon.example, id: 5 }',
  );
  expect(post).toMatchObject({ description: 'D', date: '2024-01-02', lang: 'en-US', series: 'Building' });
  expect(post?.tags.map(({ label }) => label)).toEqual(['Web']);
  expect(found).toEqual([
    '3 warning: "Description" is read as "description".',
    '4 warning: "Date" is read as "date".',
    '5 warning: "en_US" in "lang" is read as "en-US".',
    '8 warning: "comments" is written as another engine has it, and is not read.',
  ]);
});

test('a draft is one only where the command that publishes it finds the field', () => {
  const { found } = read('description: D', 'date: 2024-01-02', 'Draft: true');
  expect(found).toEqual(['5 error: "Draft" is not a field. Did you mean "draft"?']);
});
