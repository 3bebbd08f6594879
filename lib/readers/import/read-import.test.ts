import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createClient } from '@libsql/client';
import { parseFragment } from 'parse5';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../../scripts/keep-environment';
import { Store } from '../store';
import { exportComments } from '../store-transfer';
import { createMatcher } from './match-posts';
import { type ImportPlan, planImport } from './plan-import';
import { readImport } from './read-import';
import { importOldComments } from './store-imported';

keepEnvironment();

const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const POSTS = [{ id: 'hello-id', slug: 'hello', title: 'Hello', aliases: ['/old-hello'] }];

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-import-'));
});

test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('Disqus: two levels, states and what HTML has in Markdown; entities of the file do not expand', async () => {
  const plan = await planFile(path.join(FIXTURES, 'disqus.xml'), { authors: ['ada'] });
  expect(describeThreads(plan)).toEqual([
    '12 hello by address',
    '1 no post: https://old.example/2014/02/a-gone-page.html',
  ]);
  expect(describeComments(plan)).toEqual([
    '2015-03-02T10 Grace: First & **best**: [x.example](https://x.example/a?b=1)\n\n```js\nconst a = 1 < 2;\n```',
    '2015-03-03T11 Eve: I saw what you deleted.',
    '2015-03-04T10 Pills (spam): Buy pills',
    String.raw`2015-03-05T10 <img src=x onerror=alert(1)>: Hi [x](x)[press](javascript:alert\(1\)) \<script>alert(2)\</script> \*not emphasised\* \[no]\(link)`,
    String.raw`2015-03-06T10 Bomb: \&a;\&b;\&c;\&passwd;Four entities.`,
    '2015-03-07T10 One: In a circle.',
    '2015-03-07T11 Other: In a circle too.',
    '2015-03-02T11 Ada*, to Grace: An answer.',
    '2015-03-02T12 L*n, to Grace: @Ada\n\nAn answer to the answer.',
    '2015-03-02T13 ada, to Grace: @L\\*n\n\nTo Lin, at the fourth level.',
  ]);
  expect(plan.comments.find(({ name }) => name === 'Grace')?.mail).toBe('grace@navy.example');
  expect([...plan.notTaken]).toEqual([
    ['deleted', 1],
    ['without a date', 1],
    ['without a text', 1],
  ]);
  expect([...plan.lost.keys()].sort()).toEqual(['iframe', 'img', 'script', 'style', 'svg']);
  expect(JSON.stringify(plan.comments)).not.toContain('Secret Street');
  expect(JSON.stringify(plan.comments)).not.toContain('192.0.2.7');
  for (const { html } of plan.comments) expectSafe(html);
});

test('WordPress: line breaks are kept as it shows them; pingbacks stay out; authors of posts are authors', async () => {
  const file = path.join(FIXTURES, 'wordpress.xml');
  const plan = await planFile(file);
  expect(describeThreads(plan)).toEqual(['4 hello by name']);
  expect(describeComments(plan)).toEqual([
    '2015-03-02T10 Grace: One line\\\nand the next.\n\nA _second_ paragraph with a < b.\n\n```\nlet a = 1;\n\nlet b = 2;\n```\n\nThe end.',
    '2015-03-03T10 Pills (spam): Buy [pills](https://pills.example)',
    '2015-03-02T11 Ada*, to Grace: Thank you.',
    '2015-03-03T10 A reader with an account (held), to Grace: @Ada\n\nWaits.',
  ]);
  expect((await readImport(file))?.remarks).toEqual([
    '1 pingbacks and the like, which nobody wrote, stay out.',
  ]);
});

test('Isso: the JSON that it imports, and its database', async () => {
  const plan = await planFile(path.join(FIXTURES, 'isso.json'));
  expect(describeThreads(plan)).toEqual(['2 hello by address', '1 hello by old address']);
  expect(describeComments(plan)).toEqual([
    '2018-11-28T17 Grace: Great **article**! <script>alert(1)</script>',
    '2018-11-29T10 Lin: At the old address.',
    '2018-11-28T17 Anonymous, to Grace: I agree.',
  ]);
  for (const { html } of plan.comments) expectSafe(html);
  const database = await makeDatabase(readFileSync(path.join(FIXTURES, 'isso.sql'), 'utf8'));
  const [first, held, answer, ...rest] = (await planFile(database)).comments;
  expect(first).toMatchObject({ name: 'Grace', created: 1543425863250, edited: 1543425900500 });
  expect(held).toMatchObject({ name: 'Lin', state: 'held' });
  expect(answer).toMatchObject({ name: 'Anonymous', parent: first?.id });
  expect(rest).toEqual([]);
});

test('Remark42: what was typed, or what was made of it', async () => {
  const plan = await planFile(path.join(FIXTURES, 'remark42.jsonl'));
  expect(describeComments(plan)).toEqual([
    '2019-05-01T10 Grace: Great **article**! } " \\',
    '2019-05-01T10 Ada*, to Grace: Thanks.',
    '2019-05-01T14 Lin, to Grace: To who is gone.',
  ]);
  expect(plan.comments[0]).toMatchObject({ edited: Date.UTC(2019, 4, 1, 10, 2) });
});

test('giscus: pages one after the other, and what GitHub left out of its answer', async () => {
  const file = path.join(FIXTURES, 'giscus.json');
  const plan = await planFile(file);
  expect(describeThreads(plan)).toEqual(['4 hello by address', '1 no post: A question']);
  expect(describeComments(plan)).toEqual([
    expect.stringContaining("2022-01-02T00 grace: Great **article**!\n\n```ts\nconst a = '}{';\n```"),
    '2022-01-04T00 ghost: From an account that is gone.',
    '2022-01-05T00 eve (refused): Not about it.',
    '2022-01-03T00 ada*, to grace: Thanks, @grace.',
  ]);
  expect(plan.comments[2]?.reason).toBe('off_topic');
  expect((await readImport(file))?.remarks[0]).toContain('1 comments are on further pages');
  for (const { html } of plan.comments) expectSafe(html);
});

test('adds nothing twice, and what was spam there can be taken back here', async () => {
  process.env.DATABASE_URL = `file:${path.join(folder, 'readers.db')}`;
  const store = await Store.open();
  try {
    const plan = await planFile(path.join(FIXTURES, 'disqus.xml'));
    expect(await importOldComments(store, plan.comments)).toBe(10);
    const before = await exportComments(store);
    const again = await planFile(path.join(FIXTURES, 'disqus.xml'));
    expect(await importOldComments(store, again.comments)).toBe(0);
    expect(await exportComments(store)).toEqual(before);
    const spam = before.find(({ state }) => state === 'spam');
    await store.beginDay('2026-01-01');
    expect(await store.undo(spam?.id ?? '')).toBe(true);
    expect(await store.undo(spam?.id ?? '')).toBe(false);
    expect(await store.findComment(spam?.id ?? '')).toMatchObject({ state: 'held' });
  } finally {
    store.close();
  }
});

test('reads what is packed, and a file that comes in pieces of any size', async () => {
  const packed = path.join(folder, 'disqus.xml.gz');
  const source = readFileSync(path.join(FIXTURES, 'disqus.xml'));
  writeFileSync(packed, gzipSync(source));
  expect((await planFile(packed)).comments).toHaveLength(10);
  const large = path.join(folder, 'large.xml');
  const filler = Array.from(
    { length: 3000 },
    (_, number) =>
      `<post dsq:id="x${number}"><message><![CDATA[<p>${'é'.repeat(200)} ${number}</p>]]></message><createdAt>2016-01-01T00:00:00Z</createdAt><author><name>N</name></author><thread dsq:id="10"/></post>`,
  ).join('\n');
  writeFileSync(large, source.toString().replace('</disqus>', `${filler}</disqus>`));
  const { comments } = await planFile(large);
  expect(comments).toHaveLength(3010);
  expect(comments.some(({ body }) => body.includes('\uFFFD'))).toBe(false);
});

for (const [what, content, message] of [
  ['ends early', '<disqus><thread dsq:id="1"><id>x', 'ends too early'],
  ['is another XML', '<?xml version="1.0"?><feed/>', 'neither an export of Disqus'],
  ['is nested without end', `<disqus>${'<a>'.repeat(100)}`, 'nested more than'],
  ['is no JSON', 'hello', 'not valid JSON'],
  ['is broken JSON', '[{"id": "x", "comments": [}]', 'JSON'],
  ['has other fields', '[{"id": "x", "comments": [{"id": {}}]}]', '0.comments.0.id'],
  ['is empty', '', ''],
] as const)
  test(`says what is wrong with a file that ${what}`, async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, content);
    if (message === '') expect(await readImport(file)).toBeUndefined();
    else await expect(readImport(file)).rejects.toThrow(message);
  });

test('refuses a database of something else, and views that could compute for ever', async () => {
  const other = await makeDatabase('CREATE TABLE a (b);');
  await expect(readImport(other)).rejects.toThrow('not one of Isso');
  const views = await makeDatabase(
    `CREATE VIEW threads AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, 'x' AS uri, 'x' AS title FROM n; CREATE TABLE comments (id);`,
  );
  await expect(readImport(views)).rejects.toThrow('not one of Isso');
});

test('an export of this engine is left to its own reader', async () => {
  const file = path.join(folder, 'own.json');
  for (const content of [
    '{"comments":[],"subscribers":[]}',
    '[{"id":"a","post":"p","name":"n","body":"b","html":"h"}]',
  ]) {
    writeFileSync(file, content);
    expect(await readImport(file)).toBeUndefined();
  }
});

async function planFile(file: string, { authors = [] as readonly string[] } = {}): Promise<ImportPlan> {
  const imported = await readImport(file);
  if (!imported) throw new Error('not recognised');
  const match = createMatcher(POSTS, new Map());
  return planImport(imported, { match, authors: new Set(authors), secret: 'secret' });
}

function describeThreads({ threads }: ImportPlan): string[] {
  return threads.map(({ thread, match, comments }) =>
    match ? `${comments} ${match.post?.slug} by ${match.by}` : `${comments} no post: ${thread.addresses[0]}`,
  );
}

function describeComments({ comments }: ImportPlan): string[] {
  const names = new Map(comments.map(({ id, name }) => [id, name]));
  return comments.map(({ name, parent, state, created, body, isByAuthor, post }) => {
    expect(post).toBe('hello-id');
    const to = parent === undefined ? '' : `, to ${names.get(parent)}`;
    const time = new Date(created).toISOString().slice(0, 13);
    return `${time} ${name}${isByAuthor ? '*' : ''}${state === 'approved' ? '' : ` (${state})`}${to}: ${body}`;
  });
}

async function makeDatabase(sql: string): Promise<string> {
  const file = path.join(mkdtempSync(path.join(folder, 'db-')), 'a #1?.db');
  const plain = path.join(path.dirname(file), 'plain.db');
  const client = createClient({ url: `file:${plain}` });
  await client.executeMultiple(sql);
  client.close();
  writeFileSync(file, readFileSync(plain));
  return file;
}

/** Nothing in it runs, loads or takes a name of the page. */
function expectSafe(html: string): void {
  const text = JSON.stringify(parseFragment(html), (key, value) =>
    key === 'parentNode' ? undefined : value,
  );
  expect(text).not.toMatch(/"tagName":"(script|img|iframe|svg|style|object)"/);
  expect(text).not.toMatch(/"name":"(on\w+|style|id)"/);
  expect(text).not.toMatch(/"value":"\s*javascript:/i);
}
