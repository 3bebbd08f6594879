import { PassThrough } from 'node:stream';
import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import { keepEnvironment } from '../../scripts/keep-environment';
import { writeContent, writePost } from '../content/write-content';
import { readers } from './readers';

keepEnvironment();
const part = provideFreshStore();

async function call(...args: string[]) {
  const [input, output, error] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const code = await readers(args, { input: Object.assign(input, { isTTY: false }), output, error });
  return { code, errors: String(error.read() ?? '') };
}

test('an id that begins with a dash is no option, and what is no id still is', async () => {
  process.env.CONTENT_DIR = writeContent({ 'posts/hello.md': writePost() });
  const id = '-aB3_x-Yz012';
  await part.store.addComment(
    {
      ...{ id, post: 'hello', name: 'Grace', body: 'x', html: '<p>x</p>', state: 'held' },
      ...{ created: 1, isByAuthor: false },
    },
    'w',
  );
  expect(await call('refuse', id, '--reason', 'Not now.')).toEqual({ code: 0, errors: '' });
  expect(await part.store.findComment(id)).toMatchObject({ state: 'refused', reason: 'Not now.' });
  expect((await call('undo', '--', id)).code).toBe(0);
  expect((await part.store.findComment(id))?.state).toBe('held');
  for (const option of ['-x', '--none', '--none-of-all'])
    expect((await call('spam', option)).errors).toContain('Unknown option');
  expect((await part.store.findComment(id))?.state).toBe('held');
});
