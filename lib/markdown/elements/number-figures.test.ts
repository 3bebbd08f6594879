import { expect, test } from 'playwright/test';
import { checkContent } from '../../checks/check-content';
import { buildIndex } from '../../content/build-index';
import { readContent } from '../../content/read';
import { writeContent } from '../../content/write-content';
import { renderFeedHtml } from '../plain/feed-html';
import { renderMarkdownExport } from '../plain/markdown-export';

const DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>\n';
const SITE = "export default { url: 'https://a.example', numberFigures: true };\n";

interface Options {
  readonly format?: 'md' | 'mdx';
  readonly fields?: string;
  readonly site?: string;
}

async function read(body: string, { format = 'md', fields = '', site = SITE }: Options = {}) {
  const folder = writeContent({
    'site.ts': site,
    [`posts/a/index.${format}`]: `---\ntitle: A\ndescription: B.\ndate: 2024-03-15\n${fields}\n---\n\n${body}\n`,
    'posts/a/one.svg': DOT,
    ...(body.includes('Zwölf') && { 'posts/a/Zwölf Töne.svg': DOT }),
  });
  const index = buildIndex(readContent(folder), '2026-11-26', 'public');
  const problems = (await checkContent(index)).map(({ message }) => message);
  const post = index.posts[0];
  if (!post) throw new Error(problems.join('\n'));
  return {
    problems,
    feed: await renderFeedHtml(post, index),
    markdown: await renderMarkdownExport(post, index),
  };
}

const IMAGE = '![A dot](./one.svg "A dot.")';

for (const format of ['md', 'mdx'] as const) {
  test(`images with a caption are numbered and named by links, in .${format}`, async () => {
    const plain = '![No caption](./one.svg)';
    const { feed, markdown, problems } = await read(
      `See [](#figure-one), [the last](#figure-2) and [](#figure-2).\n\n${plain}\n\n${IMAGE}\n\n${IMAGE}`,
      { format },
    );
    expect(problems).toEqual([]);
    const link = (id: string, text: string) => `<a href="https://a.example/posts/a#${id}">${text}</a>`;
    expect(feed).toContain(
      `See ${link('figure-one', 'Figure 1')}, ${link('figure-2', 'the last')} and ${link('figure-2', 'Figure 2')}.`,
    );
    expect(feed).toMatch(
      /<img[^>]* title="Figure 1. A dot."[^>]* id="figure-one"[^>]*><\/p>\s*<p>Figure 1. A dot.<\/p>/,
    );
    expect(feed).toContain('<p>Figure 2. A dot.</p>');
    expect(markdown).toContain('"Figure 2. A dot.")');
    expect(markdown).toContain('[Figure 2](https://a.example/posts/a#figure-2)');
  });
}

test('components, diagrams and figures of HTML count with them', async () => {
  const body = [
    'See [](#dots), <a href="#figure-2"></a>, [](#flow) and [](#figure-zwölf-töne).',
    '<Figure id="dots" src="./one.svg" alt="Dots" title={"Dots."} />',
    '<figure id="figure-2">\n  <b>8</b>\n  <figcaption>A *number*.</figcaption>\n</figure>',
    '```dot alt="a to b" caption="From a to b." id="flow"\ndigraph { a -> b }\n```',
    '![Tones](<./Zwölf Töne.svg> "Twelve.")',
  ].join('\n\n');
  const { feed, problems } = await read(body, { format: 'mdx' });
  expect(problems).toEqual([]);
  expect(feed).toContain('#dots">Figure 1</a>');
  expect(feed).toContain('#figure-2">Figure 2</a>');
  expect(feed).toContain('#flow">Figure 3</a>');
  expect(feed).toContain('">Figure 4</a>');
  expect(feed).toContain('id="dots"');
  expect(feed).toContain('<p>Figure 1. Dots.</p>');
  expect(feed).toContain('<figcaption>Figure 2. A <em>number</em>.</figcaption>');
  expect(feed).toContain('<p id="flow">');
  expect(feed).toContain('<p>Figure 3. From a to b.</p>');
  expect(feed).toContain('<p>Figure 4. Twelve.</p>');
});

test('a figure is named in the language of the text', async () => {
  expect((await read(IMAGE, { fields: 'lang: de' })).feed).toContain('<p>Abbildung 1. A dot.</p>');
  expect((await read(IMAGE, { fields: 'lang: ja' })).feed).toContain('<p>図 1. A dot.</p>');
  expect((await read(IMAGE, { fields: 'lang: tlh' })).feed).toContain('<p>Figure 1. A dot.</p>');
});

test('a post asks for numbers where the blog does not, and the other way round', async () => {
  const site = "export default { url: 'https://a.example' };\n";
  expect((await read(IMAGE, { site })).feed).toContain('<p>A dot.</p>');
  expect((await read(IMAGE, { site, fields: 'numberFigures: true' })).feed).toContain(
    '<p>Figure 1. A dot.</p>',
  );
  expect((await read(IMAGE, { fields: 'numberFigures: false' })).feed).toContain('<p>A dot.</p>');
});

test('a link to a figure that is not there is reported', async () => {
  const { problems } = await read(`See [](#figure-none).\n\n${IMAGE}`);
  expect(problems).toEqual([
    expect.stringContaining('#figure-none'),
    'The link to "#figure-none" has no words: nobody can see it.',
  ]);
});

test('code, and links that have words, stay as they are', async () => {
  const { feed } = await read(`\`[](#figure-one)\` and [words](#figure-one)\n\n${IMAGE}`);
  expect(feed).toContain(
    '<code>[](#figure-one)</code> and <a href="https://a.example/posts/a#figure-one">words</a>',
  );
});
