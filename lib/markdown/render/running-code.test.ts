import { expect, test } from 'playwright/test';
import { checkContent } from '../../checks/check-content';
import { indexContent, writePost } from '../../content/write-content';

/** The errors of a post with this text, each with its place. */
async function listErrors(body: string): Promise<string[]> {
  const problems = await checkContent(indexContent({ 'posts/a.mdx': writePost([], body) }));
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ line, column, message }) => `${line}:${column} ${message}`);
}

for (const [name, body, message] of [
  [
    'ends the process',
    'Words.\n\n{process.exit(0)}',
    'This expression fails: process.exit() would end the whole site.',
  ],
  [
    'aborts it',
    'Words.\n\n{process.abort()}',
    'This expression fails: process.abort() would end the whole site.',
  ],
  [
    'ends it by another name',
    'Words.\n\n{globalThis.process.exit(0)}',
    'This expression fails: process.exit() would end the whole site.',
  ],
  [
    'ends it from code that it makes',
    "Words.\n\n{(() => {}).constructor('return process')().exit(0)}",
    'This expression fails: process.exit() would end the whole site.',
  ],
  [
    'never returns',
    'Words.\n\n{(() => { while (true); })()}',
    'This expression fails: it does not come to an end within 3 seconds.',
  ],
  [
    'never settles',
    'Words.\n\n{new Promise(() => undefined)}',
    'This expression fails: it does not come to an end within 3 seconds.',
  ],
  ['rejects', "Words.\n\n{Promise.reject(new Error('gone'))}", 'The code of this text fails: gone.'],
  ['imports', "Words.\n\nAnd {await import('node:fs')}.", 'The code of a text cannot use import(…).'],
] as const) {
  test(`code that ${name} is an error with its place`, async () => {
    const [error = ''] = await listErrors(body);
    expect(error).toMatch(/^\d+:\d+ /);
    expect(error.replace(/^\S+ /, '')).toBe(message);
    if (name !== 'rejects') expect(error).toMatch(/^9:/);
  });
}

test('code that waits and comes to an end, or has a name of its own for "process", is none', async () => {
  expect(await listErrors("export const process = 3\n\n{process} {await Promise.resolve('fine')}")).toEqual(
    [],
  );
});

test('what a text leaves for later ends and holds up nothing', async () => {
  const later =
    "{(setTimeout(() => { throw new Error('late'); }), setInterval(() => undefined, 10), 'shown')}";
  expect(await listErrors(`Words.\n\n${later}`)).toEqual([]);
  expect(await listErrors('{await new Promise((done) => setTimeout(() => done(1), 5))}')).toEqual([]);
  // The timer of the text has run by then.
  await new Promise((done) => setTimeout(done, 20));
  expect(typeof process.exit).toBe('function');
});
