import { expect, test } from 'playwright/test';
import type { ContentIndex } from './content-index';
import { indexContent, writePost } from './write-content';

function indexTags(tags: readonly string[], declared = ''): ContentIndex {
  const posts = tags.map((list, number) => [`posts/${number}.md`, writePost([`tags: [${list}]`])]);
  return indexContent({ ...Object.fromEntries(posts), ...(declared && { 'tags.yml': declared }) });
}

function messagesOf(index: ContentIndex): string[] {
  return index.problems.map(({ file, message }) => `${file}: ${message}`);
}

test('eight names are eight tags', () => {
  const index = indexTags(['C, C++, "C#", "F#", .NET, Node.js, R&D, 日本語']);
  expect(messagesOf(index)).toEqual([]);
  expect([...index.tags].map(([slug, { tag }]) => [tag.label, slug]).sort()).toEqual(
    [
      ['C', 'c'],
      ['C++', 'cpp'],
      ['C#', 'csharp'],
      ['F#', 'fsharp'],
      ['.NET', 'dotnet'],
      ['Node.js', 'nodejs'],
      ['R&D', 'r-and-d'],
      ['日本語', '日本語'],
    ].sort(),
  );
});

test('variants of case, white space and Unicode form are one tag, spelled as most posts do', () => {
  const index = indexTags([
    'python',
    'Python',
    'Python',
    '" PYTHON "',
    'Hành   trình',
    '"Hành trình"'.normalize('NFD'),
  ]);
  expect([...index.tags.values()].map(({ tag }) => [tag.label, tag.count])).toEqual([
    ['Hành trình', 2],
    ['Python', 4],
  ]);
});

test('of spellings that are equally frequent one wins, whatever the order of the posts', () => {
  const labels = (index: ContentIndex) => [...index.tags.values()].map(({ tag }) => tag.label);
  expect(labels(indexTags(['CSS', 'css']))).toEqual(['CSS']);
  expect(labels(indexTags(['css', 'CSS']))).toEqual(['CSS']);
});

test('a tag named twice in a post counts once', () => {
  const index = indexTags(['Web, web, WEB']);
  expect(index.posts[0]?.tags).toMatchObject([{ slug: 'web', count: 1 }]);
});

test('a declared tag gives label, slug and description; aliases mean it and redirect to it', () => {
  const index = indexTags(
    ['js', 'JavaScript', 'ECMAScript'],
    'JavaScript:\n  slug: javascript\n  description: The language.\n  aliases: [JS, ECMAScript]\n',
  );
  expect(messagesOf(index)).toEqual([]);
  expect([...index.tags.values()].map(({ tag }) => tag)).toEqual([
    { label: 'JavaScript', slug: 'javascript', description: 'The language.', count: 3 },
  ]);
  expect(index.redirects).toEqual([
    { from: '/tags/js', to: '/tags/javascript' },
    { from: '/tags/ecmascript', to: '/tags/javascript' },
  ]);
});

test('an alias does not redirect away from another tag', () => {
  const index = indexTags(['Go, Golang'], 'Go:\n  slug: golang\n  aliases: [go lang]\n');
  expect(messagesOf(index)).toEqual([
    'posts/0.md: The tag "Golang" is read as "Go" (tags.yml): both have the address /tags/golang.',
  ]);
  expect(indexTags(['x'], 'A:\n  aliases: [B!]\nB:\n').redirects).toEqual([]);
});

test('two spellings with one address are one tag, and two declared tags with one an error', () => {
  const index = indexTags(['C++', 'cpp']);
  expect(messagesOf(index)).toEqual([
    'posts/1.md: The tag "cpp" is read as "C++" (posts/0.md): both have the address /tags/cpp.',
  ]);
  expect([...index.tags.values()].map(({ tag, posts }) => [tag.label, posts.length])).toEqual([['C++', 2]]);
  expect(messagesOf(indexTags(['x'], 'A:\n  slug: same\nB:\n  slug: SAME\n'))).toEqual([
    'tags.yml: The tags "B" and "A" (tags.yml) would share the address /tags/SAME.',
  ]);
});

test('the slug of a declared tag is the one that route parameters are decoded to', () => {
  const index = indexTags(['Hành'], `Hành:\n  slug: ${'hành'.normalize('NFD')}\n`);
  expect([...index.tags.keys()]).toEqual(['hành'.normalize('NFC')]);
});

test('a tag without letters has no address of its own, but can be given one', () => {
  expect(messagesOf(indexTags(['"!!!"']))).toEqual([
    'posts/0.md: No address can be made from the tag "!!!".',
  ]);
  expect([...indexTags(['"!!!"'], '"!!!":\n  slug: bang\n').tags.keys()]).toEqual(['bang']);
});

test('tags of drafts and scheduled posts are not there for readers', () => {
  const files = {
    'posts/a.md': writePost(['tags: [Secret, Web]', 'draft: true']),
    'posts/b.md': writePost(['tags: [Later, Web]', 'date: 2030-01-01']),
    'posts/c.md': writePost(['tags: [Web]']),
  };
  const forReaders = indexContent(files);
  expect([...forReaders.tags.values()].map(({ tag }) => [tag.label, tag.count])).toEqual([['Web', 1]]);
  expect([...indexContent(files, 'author').tags.keys()]).toEqual(['later', 'secret', 'web']);
});
