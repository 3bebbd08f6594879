import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { writeContent } from '../content/write-content';
import { readShare } from '../share/token';
import { check } from './check';
import { newPost } from './new';
import { permalinks } from './permalinks';
import { publish } from './publish';
import { rename } from './rename';
import { share } from './share';

keepEnvironment();

type Command = typeof check;

const SECRET = '0123456789abcdef0123456789abcdef';
const SITE = "export default { title: 'T', url: 'https://blog.example', timeZone: 'UTC' };\n";

let folder = '';

test.beforeEach(() => {
  process.env.TODAY = '2026-11-22';
  process.env.SHARE_SECRET = SECRET;
  process.env.CACHE_DIR = mkdtempSync(path.join(tmpdir(), 'colophon-cache-'));
  // What was built in the folder of the project is no build of these contents.
  process.env.DIST_DIR = path.join(process.env.CACHE_DIR, 'dist');
});

test.afterEach(() => {
  rmSync(process.env.CACHE_DIR ?? '', { recursive: true, force: true });
});

test.describe('new', () => {
  test('makes a draft that is valid, at an address in the script of its title', async () => {
    useContent({ 'tags.yml': 'JavaScript:\n  aliases: [JS]\n' });
    const run = await call(newPost, ['日本語で書く C++: a tale', '--tags', 'js, New', '--mdx']);
    expect(run.code).toBe(0);
    const file = 'posts/日本語で書く-cpp-a-tale/index.mdx';
    expect(run.output).toContain(file);
    expect(run.output).toContain(
      `https://blog.example/posts/${encodeURIComponent('日本語で書く-cpp-a-tale')}`,
    );
    expect(read(file)).toBe(
      '---\ntitle: "日本語で書く C++: a tale"\ndescription:\ntags: [JavaScript, New]\ndraft: true\n---\n\n',
    );
    expect((await call(check, [])).code).toBe(0);
  });

  test('names the port of npm run dev, and opens the editor', async () => {
    useContent({});
    process.env.DIST_DIR = path.join(folder, 'dist');
    process.env.PORT = '4100';
    expect((await call(newPost, ['One'])).output).toContain('http://localhost:4100/posts/one while');
    mkdirSync(path.join(folder, 'dist/dev'), { recursive: true });
    const lock = { pid: process.pid, port: 4711, appUrl: 'http://localhost:4711' };
    writeFileSync(path.join(folder, 'dist/dev/lock'), JSON.stringify(lock));
    const opened = path.join(folder, 'opened');
    const editor = path.join(folder, 'editor.sh');
    writeFileSync(editor, `#!/bin/sh\necho "$@" > ${opened}\n`, { mode: 0o755 });
    process.env.EDITOR = editor;
    const run = await call(newPost, ['Two', '--edit']);
    expect(run.output).toContain('http://localhost:4711/posts/two while');
    await expect
      .poll(() => existsSync(opened) && readFileSync(opened, 'utf8').trim())
      .toBe(path.join(folder, 'posts/two/index.md'));
  });

  test('asks for what is missing where somebody can answer', async () => {
    useContent({});
    const run = await call(newPost, [], 'A title\nPython, Web\ny\n');
    expect(run.code).toBe(0);
    expect(run.output).toContain('Title: ');
    expect(read('posts/a-title/index.mdx')).toContain('title: A title\ndescription:\ntags: [Python, Web]\n');
  });

  for (const [what, args, code] of [
    ['no title where nobody can answer', [], 2],
    ['an unknown option', ['A title', '--tag', 'x'], 2],
    ['two titles', ['A', 'title'], 2],
    ['a title of which no address can be made', ['!!!'], 1],
    ['a reserved slug', ['Page'], 1],
    ['a slug that cannot stand in an address', ['A title', '--slug', '../x'], 1],
    ['a slug that ends as Markdown does', ['A title', '--slug', 'readme.md'], 1],
    ['the slug of another post', ['Hello'], 1],
    ['the name of a file that lies there', ['Lying'], 1],
    ['an address that leads to another post', ['Moved'], 1],
  ] as const) {
    test(`refuses ${what} and writes nothing`, async () => {
      useContent({
        'posts/hello.md': post('title: Hi', 'slug: Hello', 'aliases: [/posts/moved]'),
        'posts/lying/notes.txt': '',
      });
      await expectRefusal(newPost, args, code);
    });
  }
});

test.describe('publish', () => {
  test('dates a draft today and changes nothing else in the file', async () => {
    useContent({
      'posts/a/index.md': '---\r\ntitle: "A" # mine\r\ndraft: true\r\ndescription: D\r\n---\r\nText\r\n',
    });
    const run = await call(publish, ['a']);
    expect(run.code).toBe(0);
    expect(read('posts/a/index.md')).toBe(
      '---\r\ntitle: "A" # mine\r\ndate: 2026-11-22\r\ndescription: D\r\n---\r\nText\r\n',
    );
    expect(run.output).toContain('22 November 2026');
    // Nobody has seen it before the next build.
    expect(JSON.parse(read('permalinks.json')).urls).not.toContain('/posts/a');
  });

  test('changes nothing else in a front matter of TOML either', async () => {
    const fields = 'title = "A" # mine\ndescription = "D"\n# soon\ndraft = true\n\n[extra]\ndraft = true\n';
    useContent({ 'posts/a.md': `+++\n${fields}+++\nText\n` });
    expect((await call(publish, ['a'])).code).toBe(0);
    expect(read('posts/a.md')).toBe(
      `+++\n${fields.replace('draft = true\n\n', 'date = 2026-11-22\n\n')}+++\nText\n`,
    );
  });

  test('writes down only addresses that readers could have seen', async () => {
    const published = (title: string) => post(`title: ${title}`, 'description: D', 'date: 2026-01-01');
    useContent({
      'posts/pushed.md': published('Pushed'),
      'posts/changed.md': post('title: Changed', 'description: D', 'draft: true'),
      'posts/a.md': post('title: A', 'description: D', 'draft: true'),
    });
    makeRepository();
    writeFileSync(path.join(folder, 'posts/changed.md'), published('Changed'));
    writeFileSync(path.join(folder, 'posts/new.md'), published('New'));
    const { output } = await call(publish, ['a']);
    expect(JSON.parse(read('permalinks.json')).urls).toEqual(['/posts/pushed']);
    expect(output).toContain('permalinks.json: + /posts/pushed');
    // A post that never went out has no readers to lead from its old address; one that did has.
    expect((await call(rename, ['new', 'newer'])).output).toContain('leads nowhere');
    expect(read('posts/newer.md')).not.toContain('aliases');
    await call(rename, ['pushed', 'moved']);
    expect(read('posts/moved.md')).toContain('aliases: [/posts/pushed]');
    expect(JSON.parse(read('permalinks.json')).urls).toEqual(['/posts/pushed']);
    // A build here may be one that was sent off.
    process.env.DIST_DIR = path.join(folder, 'dist');
    mkdirSync(path.join(folder, 'dist/site'), { recursive: true });
    const outputs = { '/posts/newer': { route: '/posts/[slug]', digest: 'd' } };
    const state = { compileKey: '', redirectsKey: '', outputs };
    writeFileSync(path.join(folder, 'dist/site/build-state.json'), JSON.stringify(state));
    await call(rename, ['newer', 'newest']);
    Reflect.deleteProperty(process.env, 'DIST_DIR');
    expect(read('posts/newest.md')).toContain('aliases: [/posts/newer]');
  });

  test('schedules a post for a day ahead, without promising its address yet', async () => {
    useContent({
      'posts/a.md': post('title: A', 'description: D', 'date: 2026-01-01 # begun', 'draft: true'),
    });
    const run = await call(publish, ['content/posts/a.md', '--date', '2026-12-01']);
    expect(run.code).toBe(0);
    expect(read('posts/a.md')).toContain('date: 2026-12-01 # begun\n---');
    expect(run.output).toContain('appears with the first build on or after 1 December 2026');
    expect(read('permalinks.json')).not.toContain('/posts/a');
  });

  test('publishes a post that leads to one which is not out yet, and says so once', async () => {
    useContent({
      'posts/a.md': `${post('title: A', 'description: D', 'draft: true')}[b](/posts/b) [c](./c.md)\n`,
      'posts/b.md': post('title: B', 'draft: true'),
      'posts/c.md': post('title: C', 'description: C', 'date: 2999-01-01'),
    });
    const { code, errors, output } = await call(publish, ['a']);
    expect(code, errors).toBe(0);
    expect(`${errors}${output}`.split('leads to a post that readers cannot see yet').length - 1).toBe(2);
    expect(read('posts/a.md')).toContain('date: 2026-11-22');
  });

  for (const [what, args, code] of [
    ['an unknown post', ['nobody'], 1],
    ['no post', [], 2],
    ['a day that does not exist', ['draft', '--date', '2026-02-31'], 2],
    ['a post whose text has an error', ['broken'], 1],
    ['a post that imports a missing file', ['lonely'], 1],
    ['a post that would take the alias of another', ['moved'], 1],
    ['a post that cannot be read', ['torn'], 1],
    ['a post that is published', ['done'], 1],
  ] as const) {
    test(`refuses ${what} and writes nothing`, async () => {
      useContent({
        'posts/draft.md': post('title: Draft', 'draft: true'),
        'posts/broken.mdx': `${post('title: B', 'description: D', 'draft: true')}<Nothing />\n`,
        'posts/lonely.mdx': `${post('title: L', 'description: L', 'draft: true')}import { A } from './a'\n`,
        'posts/moved.md': post('title: M', 'description: M', 'draft: true'),
        'posts/torn.md': '---\ntitle: "T\ndraft: true\n---\n',
        'posts/done.md': post('title: D', 'description: D', 'date: 2026-01-01', 'aliases: [/posts/moved]'),
      });
      await expectRefusal(publish, args, code);
    });
  }
});

test('what cannot be edited names its file, and stays', async () => {
  const text = '---\n{"title": "B", "description": "D", "draft": true}\n---\n';
  useContent({ 'posts/braces.md': text });
  await expect(call(publish, ['braces'])).rejects.toThrow(/braces\.md: .+ edit the file by hand\.$/);
  expect(read('posts/braces.md')).toBe(text);
});

test.describe('rename', () => {
  const other = post('title: O', 'description: D', 'date: 2026-01-01');
  const text =
    'See [it](../old#part "t"), <a href="/posts/old/?x=1">it</a>, ![p](../old/p.png), [r], ![](./old.png) ' +
    'and `[code](../old)`.\n\n    ../old\n\n[r]: https://blog.example/posts/old\n[s]: ../older\n';

  test('moves a folder, keeps the old address, fixes links and nothing else', async () => {
    useContent({
      'posts/old/index.md': `${post('title: A', 'description: D', 'date: 2026-01-01')}[self](../old#x)\n`,
      'posts/old/p.png': 'p',
      'posts/older.md': post('title: Older', 'draft: true'),
      'posts/other/index.md': other + text,
      'pages/about.mdx': `${post('title: About')}<Figure src="../posts/old/p.png" alt="x" /> [x](../posts/old)\n`,
      'permalinks.json': '{ "urls": ["/posts/old"], "gone": [] }',
    });
    expect((await call(rename, ['old', 'new-日本'])).code).toBe(0);
    expect(existsSync(path.join(folder, 'posts/old'))).toBe(false);
    expect(read('posts/new-日本/index.md')).toContain('aliases: [/posts/old]\n---\n[self](../new-日本#x)');
    expect(read('posts/new-日本/p.png')).toBe('p');
    const fixed = text
      .replace('(../old#part', '(../new-日本#part')
      .replace('"/posts/old/?x=1"', '"/posts/new-日本/?x=1"')
      .replace('../old/p.png', '../new-日本/p.png')
      .replace('https://blog.example/posts/old', 'https://blog.example/posts/new-日本');
    expect(read('posts/other/index.md')).toBe(other + fixed);
    expect(read('pages/about.mdx')).toContain(
      'src="../posts/new-日本/p.png" alt="x" /> [x](../posts/new-日本)',
    );
    // What else is published nobody is known to have seen.
    expect(JSON.parse(read('permalinks.json')).urls).toEqual(['/posts/old']);
  });

  test('fixes links of every text that can be read, also beside formulas', async () => {
    const formulas = '$$\n\\frac{a}{b^{2}}\n$$\n\nand $x_{1} < \\sqrt{2}$, [it](./old)';
    useContent({
      'posts/old.md': post('title: A', 'draft: true'),
      'posts/b.mdx': `${other}${formulas}\n\n<Figure src="./p.png" alt="x" />\n`,
      'posts/c.md': `${other}${formulas} 看 [它](/posts/old)，\n`,
      'parts/footer.mdx': `[it](/posts/old) {1 + 1}\n`,
    });
    const { code, errors } = await call(rename, ['old', 'new']);
    expect([code, errors]).toEqual([0, '']);
    expect(read('posts/b.mdx')).toBe(
      `${other}${formulas.replace('./old', './new')}\n\n<Figure src="./p.png" alt="x" />\n`,
    );
    expect(read('posts/c.md')).toBe(`${other}${formulas.replace('./old', './new')} 看 [它](/posts/new)，\n`);
    expect(read('parts/footer.mdx')).toBe('[it](/posts/new) {1 + 1}\n');
  });

  test('adds the old address to a front matter of TOML, and reads no link in it', async () => {
    const toml = '+++\ntitle = "A {"\ndescription = "D"\ndate = 2026-01-01\n[extra]\nx = "[y](./old)"\n+++\n';
    useContent({
      'posts/old.mdx': `${toml}[self](./old)\n`,
      'permalinks.json': '{ "urls": ["/posts/old"], "gone": [] }',
    });
    const { code, errors } = await call(rename, ['old', 'new']);
    expect([code, errors]).toEqual([0, '']);
    expect(read('posts/new.mdx')).toBe(
      `${toml.replace('[extra]', 'aliases = ["/posts/old"]\n[extra]')}[self](./new)\n`,
    );
  });

  test('moves a single file; a draft keeps no old address', async () => {
    useContent({
      'posts/old.md': post('title: A', 'draft: true'),
      'posts/b.md': `${other}[x](./old.md) [y](old)\n`,
    });
    expect((await call(rename, ['old', 'new'])).code).toBe(0);
    expect(read('posts/new.md')).toBe(post('title: A', 'draft: true'));
    expect(read('posts/b.md')).toBe(`${other}[x](./new.md) [y](new)\n`);
  });

  for (const [where, prepare] of [
    ['in a repository', () => makeRepository()],
    ['in a repository without a commit', () => spawnSync('git', ['-C', folder, 'init', '-q'])],
    ['in no repository', () => undefined],
  ] as const) {
    test(`leads nobody from an address that was never online, ${where}`, async () => {
      const lists = { 'tags.yml': 'Rust:\n', 'authors.yml': 'ada:\n  name: Ada\n' };
      useContent({
        'posts/seen.md': post('title: Seen', 'description: D', 'date: 2026-01-01', 'tags: [Rust]'),
        'permalinks.json': '{ "urls": ["/posts/seen", "/tags/rust"], "gone": [] }',
        ...lists,
      });
      prepare();
      writeFileSync(path.join(folder, 'tags.yml'), 'Rust:\n  slug: rust-lang\n');
      writeFileSync(path.join(folder, 'authors.yml'), 'eve:\n  name: Eve\n');
      const fields = ['title: New', 'description: D', 'tags: [Rust, Go]', 'authors: [eve]', 'series: S'];
      writeFileSync(path.join(folder, 'posts/new.md'), post(...fields, 'draft: true'));
      await call(publish, ['new']);
      const kept = read('permalinks.json');
      expect(JSON.parse(kept).urls).toEqual(['/posts/seen', '/tags/rust']);
      const { output } = await call(rename, ['new', 'newer']);
      expect(output).toContain('leads nowhere');
      expect(read('posts/newer.md')).not.toContain('aliases');
      expect(read('permalinks.json')).toBe(kept);
    });
  }

  test('changes a slug that the file names, and back again', async () => {
    useContent({
      'posts/lair/index.md': post('title: A', 'slug: old', 'description: D', 'date: 2026-01-01'),
      'posts/b.md': `${other}[x](./lair) [y](/posts/old)\n`,
    });
    await call(rename, ['old', 'new']);
    expect(read('posts/lair/index.md')).toContain('slug: new');
    expect(read('posts/b.md')).toBe(`${other}[x](./lair) [y](/posts/new)\n`);
    await call(rename, ['new', 'old']);
    expect(read('posts/lair/index.md')).toContain('aliases: [/posts/new]');
    expect(read('posts/lair/index.md')).not.toContain('/posts/old');
  });

  for (const [what, args, code] of [
    ['an unknown post', ['nobody', 'x'], 1],
    ['one name', ['a'], 2],
    ['its own name', ['a', 'a'], 1],
    ['the name of another post', ['a', 'B'], 1],
    ['an address that leads elsewhere', ['a', 'c'], 1],
    ['what cannot stand in an address', ['a', 'x/y'], 1],
    ['a reserved slug', ['a', 'page'], 1],
  ] as const) {
    test(`refuses ${what} and writes nothing`, async () => {
      useContent({ 'posts/a.md': other, 'posts/b.md': other.replace('date', 'aliases: [/posts/c]\ndate') });
      await expectRefusal(rename, args, code);
    });
  }
});

test.describe('check', () => {
  test('reports a title that no font can show on a social card', async () => {
    useContent({ 'posts/a.md': post('title: 日本語', 'description: D', 'date: 2026-01-01') });
    const { code, errors } = await call(check, []);
    expect(code).toBe(0);
    expect(errors).toContain('posts/a.md:2:1 warning: The social card of "日本語" cannot show "日本語"');
  });

  const dated = ['description: D', 'date: 2026-01-01'];

  test('finds what could be better, and fails for errors only', async () => {
    useContent({
      'tags.yml': 'JavaScript:\n  aliases: [JS]\n',
      'posts/a/index.md':
        `${post(`title: ${'long '.repeat(20)}`, 'tags: [Testing, Kubernetes]', ...dated)}` +
        '#### Deep\n\n![](./p.svg) [x](#nowhere) [y](/posts/b#there) [z](/posts/b#Ere) [h](http://site.dev) ' +
        '[d](./../draft.md) [o](/old) [r](/about) [q](/tags/testing) [c](#code-1-L2) [self](#deep)\n',
      'posts/a/p.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'posts/a/unused.csv': '',
      'posts/b.md': `${post('title: B', 'tags: [Testings]', 'aliases: [/old]', ...dated)}## There\n`,
      'posts/draft.md': post('title: B', 'draft: true'),
      'pages/about.md': post('title: About'),
    });
    const { code, errors } = await call(check, []);
    for (const message of [
      'The title is very long',
      'The title is the same as that of posts/b.md',
      'The description is the same as that of posts/a/index.md',
      'The tag "Testings" is nearly the tag "Testing"',
      'level 4 follows the title',
      'This image has no alternative text',
      '"#nowhere" leads to a place that is not there',
      '"/posts/b#Ere" leads to a place that is not there',
      '"http://site.dev" is fetched without encryption',
      '"./../draft.md" leads to a post that readers cannot see yet',
      '"/old" leads to an old address of /posts/b',
      'posts/a/unused.csv:1:1 warning: No post or page uses this file',
    ]) {
      expect(errors).toContain(message);
    }
    for (const url of [
      '"/posts/b#there"',
      '"/about"',
      '"/tags/testing"',
      '"#code-1-L2"',
      '"#deep"',
      'p.svg"',
    ]) {
      expect(errors).not.toContain(url);
    }
    expect(code).toBe(0);
  });

  test('fails for a link into nowhere', async () => {
    useContent({ 'posts/a.md': `${post('title: A', ...dated)}[x](/posts/none) [y](/elsewhere)\n` });
    const { code, errors } = await call(check, []);
    expect(code).toBe(1);
    expect(errors).toContain('posts/a.md:6:1 error: The link "/posts/none" leads nowhere.');
    expect(errors).toContain('posts/a.md:6:18 warning: The link "/elsewhere" leads nowhere.');
  });

  test('finds what fails only when code runs, and gives the same on the second run', async () => {
    useContent({
      'posts/a.mdx': `${post('title: A', ...dated)}{missing.value}\n\n\`\`\`nosuch\nx\n\`\`\`\n`,
    });
    const first = await call(check, []);
    expect(first.errors).toContain('posts/a.mdx:6:2 error: This expression fails');
    expect(first.errors).toContain('nosuch is not a language');
    expect((await call(check, [])).errors).toBe(first.errors);
  });

  test('writes annotations for GitHub and lists for programs', async () => {
    useContent({ 'posts/a, b%.md': post('title: A', 'slug: a', 'tags: { x: y }', ...dated) });
    const file = path.relative(process.cwd(), path.join(folder, 'posts/a, b%.md'));
    const github = await call(check, ['--format', 'github']);
    expect(github.output).toContain(
      `::error file=${file.replace('%', '%25').replace(',', '%2C')},line=4,col=7::"tags" must be a list.`,
    );
    const json = JSON.parse((await call(check, ['--format', 'json'])).output);
    // The whole shape, which docs/messages.md promises to programs.
    expect(json).toEqual({
      errors: 1,
      warnings: 0,
      problems: [
        {
          ...{ file, line: 4, column: 7, severity: 'error' },
          message: '"tags" must be a list.',
          remedy: 'Write a list: tags: [Python, Web].',
          frame: 'tags: { x: y }',
        },
      ],
    });
  });

  test('fixes tags and nothing else', async () => {
    useContent({
      'tags.yml': 'JavaScript:\n  aliases: [JS]\n',
      'posts/a.md': post('title: A', ...dated, 'tags: js, "new" # all'),
      'posts/b.md': post('title: B', 'description: E', 'date: 2026-01-01', 'tags:', '  - JS # x', '  - c++'),
      'posts/c.md': post('title: C', 'description: F', 'date: 2026-01-01', 'tags: [C++, "javascript"]'),
      'posts/d.md': post('title: D', 'description: G', 'date: 2026-01-01', 'tags: [C++]'),
    });
    expect((await call(check, ['--fix'])).code).toBe(0);
    expect(read('posts/a.md')).toContain('tags: [JavaScript, new] # all');
    expect(read('posts/b.md')).toContain('tags:\n  - JavaScript # x\n  - C++\n');
    expect(read('posts/c.md')).toContain('tags: [C++, JavaScript]');
  });

  for (const args of [['--format', 'xml'], ['posts'], ['--nope']]) {
    test(`refuses ${args.join(' ')} and writes nothing`, async () => {
      useContent({ 'posts/a.md': post('title: A', ...dated) });
      await expectRefusal(check, args, 2);
    });
  }

  test('asks other sites on request only, one question at a time, and remembers', async () => {
    const asked: string[] = [];
    let open = 0;
    let most = 0;
    const server = createServer((request, response) => {
      most = Math.max(most, ++open);
      asked.push(`${request.method} ${request.url} ${request.headers['user-agent']?.split('/')[0]}`);
      const status =
        request.url === '/gone' || (request.url === '/get' && request.method === 'HEAD') ? 404 : 200;
      setTimeout(() => {
        open--;
        response.writeHead(status).end();
      }, 20);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    useContent({
      'posts/a.md': `${post('title: A', ...dated)}[a](${url}/fine#x) [b](${url}/gone) [c](${url}/get) [d](${url}/fine)\n`,
    });
    await call(check, []);
    expect(asked).toEqual([]);
    const { code, errors } = await call(check, ['--links']);
    expect(code).toBe(0);
    expect(errors).toContain(`The link "${url}/gone" is answered with 404`);
    expect(errors).not.toContain(`"${url}/get"`);
    const agent = 'colophon-link-check';
    expect(asked).toEqual(
      ['HEAD /fine', 'HEAD /gone', 'GET /gone', 'HEAD /get', 'GET /get'].map((line) => `${line} ${agent}`),
    );
    expect(most).toBe(1);
    expect((await call(check, ['--links'])).errors).toContain('/gone" is answered with 404');
    expect(asked).toHaveLength(5);
    server.close();
  });
});

test.describe('permalinks', () => {
  const published = post('title: A', 'description: D', 'date: 2026-01-01', 'tags: [日本]');

  test('holds what is published, and names what got lost', async () => {
    useContent({ 'posts/a.md': published, 'posts/b.md': post('title: B', 'draft: true') });
    expect((await call(permalinks, [])).code).toBe(0);
    expect(read('permalinks.json')).toBe(
      '{\n  "urls": [\n    "/posts/a",\n    "/tags/日本"\n  ],\n  "gone": []\n}\n',
    );
    const { errors, code } = await call(check, []);
    expect(code, errors).toBe(0);
  });

  test('fails where a published address disappeared, and says how to fix it', async () => {
    const lock = '{ "urls": ["/posts/a", "/posts/lost", "/posts/b", "/posts/moved"], "gone": [] }';
    useContent({
      'posts/a.md': published.replace('---\n', '---\naliases: [/posts/moved]\n'),
      'posts/b.md': post('title: B', 'draft: true'),
      'permalinks.json': lock,
    });
    const run = await call(check, []);
    expect(run.code).toBe(1);
    expect(run.errors).toContain(
      'permalinks.json:1:24 error: The published address /posts/lost leads nowhere',
    );
    expect(run.errors).toContain('aliases: [/posts/lost]');
    expect(run.errors).toContain('Publish posts/b.md again');
    expect(run.errors).not.toContain('/posts/moved leads');
    await expectRefusal(permalinks, [], 1);
  });

  test('lets go what is said to be gone', async () => {
    useContent({
      'posts/a.md': published,
      'permalinks.json': '{ "urls": ["/posts/x"], "gone": ["/posts/x"] }',
    });
    expect((await call(permalinks, [])).code).toBe(0);
    expect(JSON.parse(read('permalinks.json'))).toEqual({
      urls: ['/posts/a', '/posts/x', '/tags/日本'],
      gone: ['/posts/x'],
    });
  });

  test('leaves a file that it cannot read alone', async () => {
    useContent({ 'posts/a.md': published, 'permalinks.json': '<<<<<<< HEAD' });
    await expectRefusal(permalinks, [], 1);
  });
});

test.describe('share', () => {
  test('makes a link for a draft, whatever its script', async () => {
    useContent({ 'posts/日本.md': post('title: A', 'draft: true') });
    const run = await call(share, ['日本', '--days', '3']);
    expect(run.code).toBe(0);
    const token = /^https:\/\/blog\.example\/share\/(\S+)$/m.exec(run.output)?.[1] ?? '';
    const soon = new Date(Date.now() + 2.9 * 86_400_000);
    expect(readShare(token, SECRET, soon)?.slug).toBe('日本');
    expect(readShare(token, SECRET, new Date(Date.now() + 3.1 * 86_400_000))).toBeUndefined();
  });

  for (const [what, args, code] of [
    ['an unknown post', ['nobody'], 1],
    ['a published post', ['done'], 1],
    ['a draft with an error', ['broken'], 1],
    ['no days', ['draft', '--days', '0'], 2],
    ['half a day', ['draft', '--days', '0.5'], 2],
    ['no number', ['draft', '--days', 'x'], 2],
  ] as const) {
    test(`refuses ${what}`, async () => {
      useContent({
        'posts/draft.md': post('title: Draft', 'draft: true'),
        'posts/broken.mdx': `${post('title: B', 'draft: true')}{1 +}\n`,
        'posts/done.md': post('title: Done', 'description: D', 'date: 2026-01-01'),
      });
      await expectRefusal(share, args, code);
    });
  }

  const withChart = (chart: string) => ({
    'posts/draft/index.mdx': `${post('title: Draft', 'draft: true')}\nimport { Chart } from './chart'\n\n<Chart />\n`,
    'posts/draft/chart.tsx': chart,
    'posts/draft/axis.tsx': "// Ticks.\n'use client';\nexport const Axis = () => <i />;\n",
  });

  test('makes a link for a draft with a component that the server runs', async () => {
    useContent(withChart('export const Chart = () => <b />;\n'));
    expect((await call(share, ['draft'])).code).toBe(0);
  });

  for (const [what, chart, reason] of [
    ['that runs in the browser', "'use client';\nexport const Chart = () => <b />;\n", 'runs in the browser'],
    [
      'of which a part runs in the browser',
      "import { Axis } from './axis';\nexport const Chart = () => <Axis />;\n",
      'runs in the browser',
    ],
    ['that is not finished', 'export const Chart = () => <b>;\n', 'chart.tsx:2:0 Unexpected end of file'],
    ['with a style sheet', "import './chart.css';\nexport const Chart = () => <b />;\n", 'chart.css'],
  ] as const) {
    test(`refuses a draft with a component ${what}, and says so`, async () => {
      useContent(withChart(chart));
      const run = await call(share, ['draft']);
      expect(run.code).toBe(1);
      expect(run.errors).toContain(`posts/draft/chart.tsx cannot be shown: `);
      expect(run.errors).toContain(reason);
    });
  }

  test('refuses where the site is files, which cannot show a draft', async () => {
    useContent({
      'site.ts': "export default { output: 'export' };\n",
      'posts/draft.md': post('title: Draft', 'draft: true'),
    });
    await expectRefusal(share, ['draft'], 1);
  });

  for (const secret of ['', 'short']) {
    test(`refuses the secret "${secret}"`, async () => {
      process.env.SHARE_SECRET = secret;
      useContent({ 'posts/draft.md': post('title: Draft', 'draft: true') });
      await expectRefusal(share, ['draft'], 1);
    });
  }
});

/** All that is in the content folder so far is committed. */
function makeRepository(): void {
  const name = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
    [...name, 'commit', '-q', '-m', 'All'],
  ])
    expect(spawnSync('git', ['-C', folder, ...args]).status).toBe(0);
}

function useContent(files: Readonly<Record<string, string>>): void {
  folder = writeContent({ 'site.ts': SITE, 'posts/.keep': '', ...files });
  process.env.CONTENT_DIR = folder;
}

function post(...fields: string[]): string {
  return `---\n${fields.join('\n')}\n---\n`;
}

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** Runs a command as at a terminal where answers are given, or as in a script where there are none. */
async function call(command: Command, args: readonly string[], answers?: string) {
  const [input, output, error] = [new PassThrough(), new PassThrough(), new PassThrough()];
  input.end(answers ?? '');
  const terminal = { input: Object.assign(input, { isTTY: answers !== undefined }), output, error };
  const code = await command(args, terminal);
  const textOf = (stream: PassThrough) => String(stream.read() ?? '');
  return { code, output: textOf(output), errors: textOf(error) };
}

/** The command fails with this code, says why, and leaves every file as it was. */
async function expectRefusal(command: Command, args: readonly string[], code: number): Promise<void> {
  const before = snapshot();
  const run = await call(command, args);
  expect(run.code, run.errors).toBe(code);
  expect(run.errors.trim()).not.toBe('');
  expect(snapshot()).toEqual(before);
}

function snapshot(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const file = path.relative(folder, path.join(parentPath, name));
        return [file, read(file)];
      }),
  );
}
