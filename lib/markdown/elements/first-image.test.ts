import type { Root } from 'hast';
import { expect, test } from 'playwright/test';
import { compileText } from '../compile/compile';
import { visit } from '../compile/visit';
import { prioritizeFirstImage } from './first-image';

const image = '![A lighthouse](https://pictures.example/a.png)';

/** For each image of a text, whether it is fetched at once. */
async function listHastened(body: string, format: 'md' | 'mdx' = 'md'): Promise<boolean[]> {
  const { code } = await compileText({ format, title: 'T', body, bodyLine: 1 });
  return [...code.matchAll(/_components\.img|Figure, \{/g)].map(({ index }) =>
    /fetchPriority: "high"/.test(code.slice(index, code.indexOf('}', index))),
  );
}

test('the first image of a text is fetched at once where a reader sees it first', async () => {
  expect(await listHastened(image)).toEqual([true]);
  expect(await listHastened(`One.\n\n${image}\n\n${image}`)).toEqual([true, false]);
  expect(await listHastened(`One ${image}`)).toEqual([true]);
  expect(await listHastened('<figure><img src="https://pictures.example/a.png" alt="a"></figure>')).toEqual([
    true,
  ]);
});

test('every other one waits until the reader comes near', async () => {
  expect(await listHastened(`One.\n\nTwo.\n\n${image}`)).toEqual([false]);
  expect(await listHastened(`One.\n\n\`\`\`js\n1\n\`\`\`\n\n${image}`)).toEqual([false]);
  expect(await listHastened('One.\n\nTwo.')).toEqual([]);
});

test('what the author says about an image wins', () => {
  const tree: Root = {
    type: 'root',
    children: [{ type: 'element', tagName: 'img', properties: { loading: 'lazy' }, children: [] }],
  };
  prioritizeFirstImage()(tree);
  visit(tree, 'element', ({ properties }) => {
    expect(properties).toEqual({ loading: 'lazy', fetchPriority: 'high' });
  });
});

test('components of MDX are images too', async () => {
  const figure = '<Figure src="https://pictures.example/a.png" alt="a" />';
  expect((await compileText({ format: 'mdx', title: 'T', body: figure, bodyLine: 1 })).code).toMatch(
    /loading: "eager",\s*fetchPriority: "high",\s*src: /,
  );
});
