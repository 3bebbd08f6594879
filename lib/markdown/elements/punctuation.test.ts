import { expect, test } from 'playwright/test';
import { renderToStaticMarkup } from 'react-dom/server';
import { indexContent, writePost } from '../../content/write-content';
import { readSections } from '../../search/build/sections';
import { renderFeedHtml } from '../plain/feed-html';
import { renderMarkdownExport } from '../plain/markdown-export';
import { renderDocument } from '../render/render';
import { provideAll } from './components';

const BODY = `## It's a "title"

"*Yes*," she said -- and **"no"**. Don't touch \`"code" -- it's\` or [a "link"](https://example.com/a--b "it's").

- "a list"
  "goes on"

| "A" | B |
| --- | --- |
| it's | \`--x\` |

> [!NOTE]
> "Note"... 5 km

<p title="it's">"raw"</p>
`;

async function renderAll(format: 'md' | 'mdx', fields: readonly string[] = [], settings = '', body = BODY) {
  const index = indexContent({
    [`posts/hello.${format}`]: writePost([`description: "It's \\"so\\""`, ...fields], body),
    ...(settings && { 'site.ts': `export default { ${settings} };\n` }),
  });
  const post = index.posts[0];
  if (!post) throw new Error('The post of the test is broken.');
  const components = provideAll(({ children }: { children?: React.ReactNode }) => children as never);
  const { content, headings } = await renderDocument(post, index, components, () => undefined);
  return {
    description: post.description,
    headings: headings.map(({ id, text }) => [id, text]),
    page: renderToStaticMarkup(content),
    feed: await renderFeedHtml(post, index),
    markdown: await renderMarkdownExport(post, index),
    sections: await readSections(post, index),
  };
}

for (const format of ['md', 'mdx'] as const) {
  test(`a page and a feed have the punctuation of their language, in .${format}`, async () => {
    const { page, feed, headings, description } = await renderAll(format);
    expect(headings).toEqual([['its-a-title', 'It’s a “title”']]);
    expect(description).toBe('It’s “so”');
    for (const html of [page, feed]) {
      expect(html).toContain('“<em>Yes</em>,” she said – and <strong>“no”</strong>. Don’t touch <code>');
      expect(html).toMatch(/<code>(?:"|&quot;|&#x22;)code(?:"|&quot;|&#x22;) -- it(?:'|&#x27;)s<\/code>/);
      expect(html).toMatch(/https:\/\/example\.com\/a--b/);
      expect(html).toContain('a “link”');
      expect(html).toMatch(/“a list”\n“goes on”/);
      expect(html).toContain('it’s</td>');
      expect(html).toContain('<code>--x</code>');
      expect(html).toContain('“Note”… 5\u00a0km');
      expect(html).toContain('“raw”');
      expect(html).not.toMatch(/[\uFDD0-\uFDEF]/);
    }
  });

  test(`the Markdown export and the search have what is typed, in .${format}`, async () => {
    const { markdown, sections } = await renderAll(format);
    expect(markdown).toContain(`"_Yes_," she said -- and **"no"**. Don't touch`);
    expect(markdown).toContain(`description: It's "so"`);
    expect(markdown).toContain(`"Note"... 5 km`);
    const text = JSON.stringify(sections);
    expect(text).toContain(`she said -- and`);
    expect(text).toContain(`It's a \\"title\\"`);
    expect(markdown + text).not.toMatch(/[\uFDD0-\uFDEF]/);
  });
}

test('a post in another language has the punctuation of that language', async () => {
  const { page, description } = await renderAll('md', ['lang: de']);
  expect(page).toContain('„<em>Yes</em>,“ she said –');
  expect(description).toBe('It’s „so“');
});

test('a blog can print what is typed', async () => {
  const { page, feed, description } = await renderAll('mdx', [], 'smartPunctuation: false');
  expect(page).toContain('&quot;<em>Yes</em>,&quot; she said -- and');
  expect(feed).toContain(`"<em>Yes</em>," she said -- and`);
  expect(description).toBe(`It's "so"`);
});

test('the first paragraph ends in no line of one short word', async () => {
  const long = 'Words '.repeat(30);
  const read = async (body: string) => {
    const { page, markdown } = await renderAll('md', [], '', body);
    expect(markdown).toContain('and so on.');
    return page;
  };
  expect(await read(`${long}and so on.\n\n${long}and so on.`)).toMatch(
    /and so\u00a0on\.<\/p>\n<p>.*and so on\./,
  );
  expect(await read(`> Quoted.\n\n${long}and so on.`)).toContain('and so\u00a0on.');
  expect(await read('Few words, and so on.')).toContain('and so on.');
  expect(await read(`## A heading\n\n${long}and so on.`)).toContain('and so on.');
});
