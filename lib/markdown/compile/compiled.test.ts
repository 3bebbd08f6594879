import { expect, test } from 'playwright/test';
import type { Text } from './compile';
import { getCompiled } from './compiled';

const TEXT: Text = { format: 'mdx', title: 'Hello', body: '# Hello\n\n## One\n\n{1 + 1}\n', bodyLine: 5 };

test('the same text gives the same object', async () => {
  expect(await getCompiled({ ...TEXT })).toBe(await getCompiled({ ...TEXT }));
});

test('whatever a page depends on makes another text: title, place, format and body', async () => {
  const first = await getCompiled(TEXT);
  const others: Text[] = [
    { ...TEXT, title: 'Other' },
    { ...TEXT, bodyLine: 6 },
    { ...TEXT, format: 'md' },
    { ...TEXT, body: `${TEXT.body}\n` },
  ];
  for (const other of others) expect(await getCompiled(other)).not.toBe(first);
});

test('what is kept is what compiling gives', async () => {
  const { headings, hasExpressions, problems } = await getCompiled(TEXT);
  expect(headings).toEqual([{ depth: 2, id: 'one', text: 'One' }]);
  expect([hasExpressions, problems]).toEqual([true, []]);
});
