import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { writeContent, writePost } from '../content/write-content';
// What is loaded on demand takes long the first time, and no test should wait for it.
import '../views/route-params';
import { getStaticParams } from './static-params';

keepEnvironment();

const FOLDER = writeContent({
  'posts/a.md': writePost(['tags: [One]']),
  'posts/đây.md': writePost(),
  'pages/about.md': '---\ntitle: About\n---\n\nWords.\n',
});

/** With variables of the environment, which are as before afterwards. */
async function withEnvironment<Value>(
  variables: Readonly<Record<string, string>>,
  run: () => Promise<Value>,
): Promise<Value> {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return await run();
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

test('a route gets the parameters of all its outputs', async () => {
  await withEnvironment({ CONTENT_DIR: FOLDER }, async () => {
    expect(await getStaticParams('/posts/[slug]')).toEqual([{ slug: 'a' }, { slug: 'đây' }]);
    expect(await getStaticParams('/tags/[tag]/feed.xml')).toEqual([{ tag: 'one' }]);
    expect(await getStaticParams('/[page]')).toEqual([{ page: 'about' }, { page: 'colophon' }]);
    expect(await getStaticParams('/posts/page/[page]')).toEqual([]);
  });
});

test('a list that the build writes later is awaited, as long as the build runs', async () => {
  const file = path.join(FOLDER, 'later.json');
  const variables = { CONTENT_DIR: FOLDER, GENERATE_LIST: file, GENERATE_FOR: String(process.pid) };
  await withEnvironment(variables, async () => {
    const params = getStaticParams('/posts/[slug]');
    writeFileSync(file, JSON.stringify({ '/posts/[slug]': [{ slug: 'a' }] }));
    expect(await params).toEqual([{ slug: 'a' }]);
  });
  const { pid } = spawnSync(process.execPath, ['--version']);
  const gone = { ...variables, GENERATE_LIST: path.join(FOLDER, 'never.json'), GENERATE_FOR: String(pid) };
  await withEnvironment(gone, async () => {
    await expect(getStaticParams('/posts/[slug]')).rejects.toThrow('The build ended without');
  });
});

test('a list in a file says which of them are to be generated', async () => {
  const file = path.join(FOLDER, 'generate.json');
  writeFileSync(file, JSON.stringify({ '/posts/[slug]': [{ slug: 'đây' }] }));
  await withEnvironment({ CONTENT_DIR: FOLDER, GENERATE_LIST: file }, async () => {
    expect(await getStaticParams('/posts/[slug]')).toEqual([{ slug: 'đây' }]);
    expect(await getStaticParams('/tags/[tag]')).toEqual([]);
  });
});
