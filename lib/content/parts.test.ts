import { expect, test } from 'playwright/test';
import { indexContent, writePost } from './write-content';

const POST = { 'posts/hello.md': writePost([], 'Words.') };

test('parts are known by the names of their files', () => {
  const { parts, problems } = indexContent({
    ...POST,
    'parts/home.md': 'Hi.',
    'parts/after-post.mdx': 'Bye.',
  });
  expect(problems).toEqual([]);
  expect([...parts].map(([name, { body, format }]) => [name, body, format])).toEqual([
    ['after-post', 'Bye.', 'mdx'],
    ['home', 'Hi.', 'md'],
  ]);
});

for (const [name, files, message] of [
  ['with another name', { 'parts/header.md': 'x' }, 'There is no part of a page with the name "header".'],
  ['twice', { 'parts/home.md': 'x', 'parts/home.mdx': 'x' }, 'Another file is the part "home" already.'],
  [
    'with front matter',
    { 'parts/home.md': '---\ntitle: x\n---\n\nx' },
    'A part of a page has no front matter.',
  ],
] as const) {
  test(`a part ${name} is an error`, () => {
    expect(indexContent({ ...POST, ...files }).problems).toMatchObject([{ severity: 'error', message }]);
  });
}
