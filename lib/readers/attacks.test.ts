import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'parse5';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import type { Comment } from './comment';
import { readImport } from './import/read-import';
import { notifyModerators } from './notify-moderators';
import { parseExport } from './parse-export';
import { isFromSite } from './read-form';
import { renderKeptText } from './render-kept-text';
import { isEqual } from './signature';
import { Store } from './store';
import { banWriter, isBanned } from './store-bans';
import { addThanks, countThanks } from './store-thanks';
import { findThreadPlace, listThreads } from './store-threads';
import { exportComments } from './store-transfer';
import { canEdit, toWriterToken } from './writer-cookie';

keepEnvironment();

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-attacks-'));
  process.env.DATABASE_URL = `file:${path.join(folder, 'readers.db')}`;
  process.env.OUTBOX = path.join(folder, 'outbox');
});

test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const COMMENT: Comment = {
  ...{ id: 'a', post: 'hello', name: 'Grace', body: 'x', html: '<p>x</p>', state: 'held', created: 1 },
  isByAuthor: false,
};

/** Whether a form is taken, by what its browser says of where it comes from: `Origin`, then `Sec-Fetch-Site`. */
for (const [origin, site, isTaken] of [
  ['https://ada.example', undefined, true],
  ['https://ada.example', 'same-origin', true],
  [undefined, 'same-origin', true],
  ['null', 'same-origin', true],
  [undefined, undefined, false],
  ['null', undefined, false],
  ...(['cross-site', 'same-site', 'none'] as const).flatMap((other) => [
    [undefined, other, false] as const,
    ['null', other, false] as const,
  ]),
  ...[
    'https://evil.example',
    'https://blog.ada.example',
    'https://ada.example.evil.example',
    'https://ada.example@evil.example',
    'https://ada.example:8443',
    'https://ADA.example.',
    'file://',
    'ada.example',
    '*',
    'https://ada.example, https://evil.example',
    '',
  ].map((other) => [other, 'same-origin', false] as const),
] as const)
  test(`a form of the origin ${origin}, ${site ?? 'of no site'}, is ${isTaken ? 'taken' : 'refused'}`, () => {
    const headers = new Headers({ host: 'ada.example' });
    if (origin !== undefined) headers.set('origin', origin);
    if (site !== undefined) headers.set('sec-fetch-site', site);
    expect(isFromSite({ headers } as Request, 'https://ada.example/notes')).toBe(isTaken);
  });

test('nothing that is written reaches the headers of a mail', async () => {
  const breaks = ['\r\n', '\n', '\r', '\u2028', '\u0085', '%0d%0a', '=0D=0A'];
  for (const line of breaks) {
    const hostile = `Eve${line}Bcc: everybody@evil.example${line}${line}<h1>`;
    await notifyModerators(
      { ...COMMENT, name: hostile, body: `.${line}QUIT${line}`, reason: hostile },
      { secret: 's', title: hostile, moderators: ['ada@ada.example'], page: 'https://ada.example/moderate' },
    );
  }
  const outbox = path.join(folder, 'outbox');
  const mails = readdirSync(outbox).map((name) => readFileSync(path.join(outbox, name), 'utf8'));
  expect(mails).toHaveLength(breaks.length);
  for (const mail of mails) {
    const [headers = ''] = mail.split(/\r?\n\r?\n/);
    expect(headers).not.toMatch(/^(bcc|cc):/im);
    expect(headers.match(/^to:.*$/gim)).toEqual(['To: ada@ada.example']);
  }
});

const SQL = [
  `'; DROP TABLE comments; --`,
  `' OR '1'='1`,
  `" OR 1=1 --`,
  '1; ATTACH DATABASE "x" AS y',
  `a' UNION SELECT value, 2, 3 FROM settings --`,
  '%',
  '_',
  '?1',
  ':name',
  `${'\\'}'`,
];

const SCOPE = { post: 'hello', comments: true, mentions: true };

test('no text is read as SQL', async () => {
  const store = await Store.open();
  await store.addComment({ ...COMMENT, state: 'approved' }, 'w');
  await store.addKey({ hash: 'h', kind: 'session', mail: 'ada@ada.example', expires: Date.now() + 60_000 });
  for (const text of SQL) {
    expect(await store.findComment(text)).toBeUndefined();
    expect(await store.findWriter(text)).toBeUndefined();
    expect(await listThreads(store, { ...SCOPE, post: text }, { limit: 9, offset: 0 })).toEqual([]);
    expect(await findThreadPlace(store, SCOPE, text)).toBeUndefined();
    expect(await store.listInState(undefined, { limit: 9, search: `${text} nothing` })).toEqual([]);
    expect(await isBanned(store, text, text)).toBe(false);
    expect(await banWriter(store, text)).toBe(false);
    expect(await store.listOfWriter(text, 'hello')).toEqual([]);
    expect(await store.listOfWriter('w', text)).toEqual([]);
    expect(await store.isKnown(text)).toBe(false);
    expect(await store.decide(text, 'approved', text)).toBe(false);
    expect(await store.undo(text)).toBe(false);
    expect(await store.erase(text)).toBe(false);
    expect(await store.eraseWriter(text)).toBe(0);
    expect(await store.findDraft(text)).toBeUndefined();
    expect(await store.findKey(text, 'session')).toBeUndefined();
    expect(await store.takeKey(text, 'session')).toBeUndefined();
    expect(await store.countAttempt(text, 0)).toBe(1);
    expect(await addThanks(store, { post: text, address: text })).toBe(1);
    await store.addComment({ ...COMMENT, id: text, post: text, name: text, body: text, reason: text }, text);
    expect(await store.findComment(text)).toMatchObject({ name: text, body: text, post: text });
  }
  expect(await countThanks(store)).toHaveProperty('size', SQL.length);
  expect(await exportComments(store)).toHaveLength(SQL.length + 1);
  expect(await store.findKey('h', 'session')).toBe('ada@ada.example');
  store.close();
});

test('a cookie that somebody made up opens nothing', async () => {
  const store = await Store.open();
  const secret = await store.getSecret();
  const comment = { ...COMMENT, created: Date.now() };
  await store.addComment(comment, 'hash-of-grace');
  for (const token of ['hash-of-grace', 'w', 'a'.repeat(32), '', `${'a'.repeat(31)};`, '__proto__', '%00'])
    expect(await canEdit(store, comment, token)).toBe(false);
  for (const token of ['', 'x', 'a'.repeat(31), 'a'.repeat(33), `${'a'.repeat(31)}/`, 'a\r\nSet-Cookie: b=c'])
    expect(toWriterToken(token, { stamp: '', post: 'hello', secret })).not.toBe(token);
  store.close();
});

interface ParsedNode {
  readonly nodeName: string;
  /** Of a text. */
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string }[];
  readonly childNodes?: readonly ParsedNode[];
}

const MARKUP = [
  '</textarea><script>alert(1)</script>',
  '</TEXTAREA ><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '</title><script>alert(1)</script>',
  '<!--</textarea>--><script>alert(1)</script>',
  '&lt;/textarea&gt;&#60;script&#62;',
  '\n\n</textarea\n><base href=//evil.example>',
];

for (const text of MARKUP)
  test(`a page that gives back ${JSON.stringify(text)} has it as text`, () => {
    const names: string[] = [];
    const texts = new Map<string, string>();
    const walk = ({ nodeName, value, attrs = [], childNodes = [] }: ParsedNode, parent = ''): void => {
      if (value === undefined) names.push(nodeName);
      else texts.set(parent, value);
      for (const { name } of attrs)
        expect(name).toMatch(/^(lang|charset|http-equiv|content|name|rows|cols|readonly)$/);
      for (const child of childNodes) walk(child, nodeName);
    };
    walk(parse(renderKeptText(text, text, 'en')) as unknown as ParsedNode);
    const head = ['html', 'head', 'meta', 'meta', 'meta', 'title'];
    expect(names).toEqual(['#document', '#documentType', ...head, 'body', 'p', 'textarea']);
    expect(texts.get('textarea')).toBe(text);
    expect(texts.get('title')).toBe(text);
  });

test('what is secret is compared as a whole', () => {
  expect(isEqual('abc', 'abc')).toBe(true);
  for (const other of ['', 'a', 'abd', 'abcd', 'Abc']) expect(isEqual('abc', other)).toBe(false);
});

const POLLUTION = '"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}';

for (const [what, text] of [
  ['an export', `{${POLLUTION}, "comments": [], "subscribers": []}`],
  ['a comment of an export', `{"comments": [{${POLLUTION}, "id": "a"}]}`],
  ['Isso', `[{${POLLUTION}, "id": "/a", "comments": [{${POLLUTION}, "id": 1, "text": "x", "author": "n"}]}]`],
  [
    'Remark42',
    `{${POLLUTION}, "id": "a", "text": "x", "user": {${POLLUTION}, "id": "u", "name": "n"}, "locator": {${POLLUTION}, "url": "__proto__"}, "time": "2020-01-01T00:00:00Z"}`,
  ],
] as const)
  test(`${what} changes nothing of what all objects have`, async () => {
    const file = path.join(folder, 'file.json');
    writeFileSync(file, text);
    await Promise.allSettled([parseExport(text), readImport(file)]);
    expect({}).not.toHaveProperty('polluted');
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
