import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../site';
import { runScript } from './run-script';

/** Code that would end, hold up or break the process of whoever runs it. */
const POSTS: Readonly<Record<string, string>> = {
  exits: '{globalThis.process.exit(0)}',
  loops: '{(() => { while (true); })()}',
  rejects: "{(Promise.reject(new Error('gone')), 'shown')}",
  fails: "{(setTimeout(() => { throw new Error('late'); }, 1), 'shown')}",
  repeats: "{(setInterval(() => undefined, 10), 'shown')}",
};

test('a check outlives the code of texts, and says for programs which of them fail', async () => {
  const folder = test.info().outputPath('blog');
  mkdirSync(path.join(folder, 'posts'), { recursive: true });
  writeFileSync(
    path.join(folder, 'site.ts'),
    "export default { title: 'T', url: 'https://blog.example' };\n",
  );
  for (const [name, body] of Object.entries(POSTS)) {
    const front = `title: ${name}\ndescription: A post that ${name}.\ndate: 2024-01-01`;
    writeFileSync(path.join(folder, 'posts', `${name}.mdx`), `---\n${front}\n---\n\n${body}\n`);
  }
  const environment = { CONTENT_DIR: folder, CACHE_DIR: test.info().outputPath('cache') };
  const { status, output } = await runScript('lib/cli/main.ts', environment, ['check', '--format', 'json']);
  const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
  const { errors, problems } = JSON.parse(json) as { errors: number; problems: { file: string }[] };
  expect(status).toBe(1);
  expect(errors).toBe(3);
  expect(problems.map(({ file }) => path.basename(file))).toEqual(['exits.mdx', 'loops.mdx', 'rejects.mdx']);
});
