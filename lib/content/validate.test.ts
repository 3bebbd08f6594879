import { expect, test } from 'playwright/test';
import { indexContent, writePost } from './write-content';

function messagesOf(...extra: string[]): string[] {
  return indexContent({ 'posts/a.md': writePost(extra) }).problems.map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
}

test('a field without a value is absent, also as YAML spells nothing', () => {
  for (const nothing of ['', '~', 'null', '""']) {
    expect(messagesOf(`updated: ${nothing}`, `series: ${nothing}`, `cover: ${nothing}`), nothing).toEqual([]);
    expect(messagesOf(`title: ${nothing}`), nothing).toEqual(['error: "title" is empty.']);
  }
  expect(messagesOf('title: "null"')).toEqual([]);
});

test('a flag is true or false, in a word of YAML, and nothing else', () => {
  for (const value of ['y', '0', '1', '"true"', '', 'null', '[true]']) {
    expect(messagesOf(`featured: ${value}`), value).toHaveLength(1);
  }
  expect(messagesOf('featured: true', 'unlisted: No')).toEqual([]);
});

test('within two edits of a field is an error, further away a warning with a guess', () => {
  expect(messagesOf('tagz: [a]')).toEqual(['error: "tagz" is not a field. Did you mean "tags"?']);
  // The post has a description and a date.
  expect(messagesOf('summary: x')).toEqual(['warning: "summary" is not a field.']);
  expect(messagesOf('pubDate: x')).toEqual(['warning: "pubDate" is not a field.']);
  expect(messagesOf('image: x')).toEqual(['warning: "image" is not a field. Did you mean "cover"?']);
  expect(messagesOf('topics: x')).toEqual(['warning: "topics" is not a field. Did you mean "tags"?']);
  expect(messagesOf('layout: x')).toEqual(['warning: "layout" is not a field.']);
});

test('one wrong field hides no other', () => {
  expect(
    messagesOf('title: [a]', 'date: 2024-02-31', 'tags: { a: b }', 'authors: [nobody]', 'lang: "!"').sort(),
  ).toEqual([
    'error: "date" is not a real date: 2024-02-31 does not exist.',
    'error: "lang" must be a language tag.',
    'error: "tags" must be a list.',
    'error: "title" must be text.',
    'warning: There is no author "nobody" in authors.yml: the post names no author.',
  ]);
});
