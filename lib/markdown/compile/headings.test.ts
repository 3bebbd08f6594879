import { expect, test } from 'playwright/test';
import { compileText } from './compile';
import type { Heading } from './headings';

async function listHeadings(
  body: string,
  format: 'md' | 'mdx' = 'md',
  title = 'Hello',
): Promise<readonly Heading[]> {
  const { headings, problems } = await compileText({ format, title, body, bodyLine: 1 });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return headings;
}

async function outline(body: string, format: 'md' | 'mdx' = 'md', title = 'Hello'): Promise<string[]> {
  return (await listHeadings(body, format, title)).map(({ depth, text }) => `${depth} ${text}`);
}

test('a first heading 1 that repeats the title is dropped, and the others stay', async () => {
  expect(await outline('# Hello\n\n## One\n\n### Two\n')).toEqual(['2 One', '3 Two']);
  expect(await outline('# Hello\n\n## One\n\n### Two\n', 'mdx')).toEqual(['2 One', '3 Two']);
  expect(await outline('Hello\n=====\n\n## One\n')).toEqual(['2 One']);
});

test('of two headings with the same written id the second gets another, with a warning', async () => {
  const body = '## One {#same}\n\n## Two {#same}\n\n## Same\n';
  const { headings, problems } = await compileText({ format: 'md', title: 'T', body, bodyLine: 1 });
  expect(headings.map(({ id }) => id)).toEqual(['same', 'same-1', 'same-2']);
  expect(problems.map(({ line, severity, message }) => `${line} ${severity}: ${message}`)).toEqual([
    '3 warning: A heading above has the id "same" too.',
  ]);
});

test('case, white space, emphasis and Unicode form do not make another title', async () => {
  expect(await outline('# *hello*   `world`\n', 'md', 'Hello world')).toEqual([]);
  expect(await outline(`# ${'Hành'.normalize('NFD')}\n`, 'md', 'Hành')).toEqual([]);
});

test('any other heading 1 moves all headings one level down', async () => {
  expect(await outline('# Other\n\n## Below\n\n###### Deep\n')).toEqual(['2 Other', '3 Below', '6 Deep']);
  expect(await outline('# Hello\n\n# Other\n\n## Below\n')).toEqual(['2 Other', '3 Below']);
  expect(await outline('Words first.\n\n# Hello\n')).toEqual(['2 Hello']);
});

test('a heading 1 written as HTML or JSX is one too', async () => {
  expect(await outline('<h1>Hello</h1>\n\n## One\n')).toEqual(['2 One']);
  expect(await outline('## One\n\n<h1>Other</h1>\n')).toEqual(['3 One', '2 Other']);
  expect(await outline('<h1>Hello</h1>\n\n## One\n', 'mdx')).toEqual(['2 One']);
  const { code } = await compileText({
    format: 'mdx',
    title: 'Hello',
    body: '## One\n\n<h1>Other</h1>\n',
    bodyLine: 1,
  });
  expect(code).not.toContain('"h1"');
});

test('a number sign in code is no heading', async () => {
  expect(await outline('```sh\n# a remark\n```\n\n    # indented\n')).toEqual([]);
});

test('headings have ids of their own, in any script', async () => {
  const ids = async (body: string) => (await listHeadings(body)).map(({ id }) => id);
  expect(await ids('## Same\n\n## Same\n\n## Same 1\n')).toEqual(['same', 'same-1', 'same-1-1']);
  expect(await ids('## 日本語\n\n## Hành trình\n')).toEqual(['日本語', 'hành-trình']);
  expect(await ids('## 🎉\n\n## !!!\n\n## 🎉 Party\n')).toEqual(['section', 'section-1', '-party']);
});

test('an id that is taken on the page is not given again', async () => {
  const ids = async (body: string) => (await listHeadings(body)).map(({ id }) => id);
  expect(await ids('## Intro\n\n<h2 id="intro">Written</h2>\n')).toEqual(['intro-1', 'intro']);
  expect(await ids('<p id="note">Words.</p>\n\n## Note\n')).toEqual(['note-1']);
  expect(await ids('## Code 1\n\n```\nx\n```\n')).toEqual(['code-1-1']);
  expect(await ids('## Related\n\n## Main\n\n## Series\n')).toEqual(['related-1', 'main-1', 'series-1']);
});

test('the text of a heading is what is read: code, links and emphasis without the characters around them', async () => {
  expect(await outline('## The `map()` of **all** [things](https://example.com) ~~old~~\n')).toEqual([
    '2 The map() of all things old',
  ]);
});

test('headings within quotes, lists and components are headings', async () => {
  expect(await outline('> ## Quoted\n\n- ## Listed\n')).toEqual(['2 Quoted', '2 Listed']);
  expect(await outline('<Callout kind="note">\n## Inside\n</Callout>\n', 'mdx')).toEqual(['2 Inside']);
});
