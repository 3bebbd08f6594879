import { expect, test } from 'playwright/test';
import { compileText } from './compile';

async function listProblems(body: string): Promise<string[]> {
  const { problems } = await compileText({ format: 'mdx', title: 'T', body, bodyLine: 1 });
  return problems.map(({ line, severity, message, remedy }) => `${line} ${severity}: ${message} ${remedy}`);
}

test('what a component of the engine does not read is reported where it stands', async () => {
  expect(await listProblems('Words.\n\n<Figure src="a.png" alt="A" caption="Lost" />')).toEqual([
    '3 warning: <Figure> does not read "caption". Did you mean title?',
  ]);
  expect(await listProblems('<Callout kind="note" titel="Lost">\n\nWords.\n\n</Callout>')).toEqual([
    '1 warning: <Callout> does not read "titel". It reads kind.',
  ]);
  expect(await listProblems('<Embed href="https://a.example/" title="A" />')).toContain(
    '1 warning: <Embed> does not read "href". Did you mean url?',
  );
});

test('what it reads, and what a component of the post reads, is not', async () => {
  expect(
    await listProblems('<Figure src="a.png" alt="A" title="T" width="3" data-x="1" aria-label="L" />'),
  ).toEqual([]);
  expect(
    await listProblems(
      'export const Figure = ({ caption }) => <i>{caption}</i>\n\n<Figure alt="A" caption="C" />',
    ),
  ).toEqual([]);
});
