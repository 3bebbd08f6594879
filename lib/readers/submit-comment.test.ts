import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import { LIMITS } from './limits';
import { hashToken } from './signature';
import { makeStamp } from './stamp';
import { type CommentForm, editComment, submitComment } from './submit-comment';
import { canEdit, toWriterToken } from './writer-cookie';

const part = provideFreshStore();

function toForm(more: Partial<CommentForm> = {}): CommentForm {
  const stamp = makeStamp(part.secret, 'hello', Date.now() - LIMITS.minTime - 1);
  return { name: 'Grace', body: 'Nice.', parent: '', stamp, website: '', ...more };
}

const WRITER = { address: 'here', key: 'grace' };
const submit = (form: Partial<CommentForm> = {}, more: object = {}) =>
  submitComment(part, toForm(form), { post: 'hello', trust: false, writer: WRITER, ...more });

test('is refused where nobody could render it in time, with the reason, also when it is changed', async () => {
  const body = `${'*a '.repeat(1_000)}b`;
  expect(await submit({ body })).toEqual({ ok: false, fault: 'tooNested' });
  const sent = await submit({ body: 'Nice.' });
  expect(sent.ok && (await editComment(part, sent.comment, body))).toEqual({ ok: false, fault: 'tooNested' });
});

test('is held until somebody decides', async () => {
  const sent = await submit({ name: '  Grace \n Hopper ', body: '**Nice**\r\n' });
  expect(sent).toMatchObject({
    ok: true,
    comment: {
      name: 'Grace Hopper',
      body: '**Nice**',
      html: '<p><strong>Nice</strong></p>',
      state: 'held',
      post: 'hello',
    },
  });
});

for (const [name, form, fault] of [
  ['no name', { name: ' ' }, 'noName'],
  ['no text', { body: ' \n ' }, 'noText'],
  ['an address that is none', { mail: 'grace' }, 'noMail'],
  ['a long name', { name: 'x'.repeat(81) }, 'tooLong'],
  ['a long text', { body: 'x'.repeat(10_001) }, 'tooLong'],
  ['a field that nobody sees', { website: 'https://spam.example' }, 'trap'],
  ['no stamp', { stamp: '' }, 'tooOld'],
  ['a stamp made up', { stamp: `${Date.now() - 10_000}.AAAA` }, 'tooOld'],
  ['an answer to nothing', { parent: 'none' }, 'noParent'],
] as const) {
  test(`is not accepted with ${name}`, async () => expect(await submit(form)).toEqual({ ok: false, fault }));
}

test('needs a stamp of its own post, neither new nor old', async () => {
  const now = Date.now();
  const stamps = [
    makeStamp(part.secret, 'other', now - 10_000),
    makeStamp(part.secret, 'hello', now),
    makeStamp(part.secret, 'hello', now - LIMITS.maxTime - 1),
  ];
  const faults = [];
  for (const stamp of stamps) faults.push(await submit({ stamp }));
  expect(faults.map((one) => !one.ok && one.fault)).toEqual(['tooOld', 'tooFast', 'tooOld']);
});

test('is one comment, however often its form is sent', async () => {
  const stamp = makeStamp(part.secret, 'hello', Date.now() - 10_000);
  const sent = await Promise.all([1, 2, 3, 4].map(() => submit({ stamp })));
  expect(new Set(sent.map((one) => one.ok && one.comment.id)).size).toBe(1);
  expect(sent.filter((one) => one.ok && !one.isRepeated)).toHaveLength(1);
  expect(await submit({ stamp, body: 'Another text.' })).toEqual({ ok: false, fault: 'tooOld' });
  const stranger = { address: 'there', key: 'mallory' };
  expect(await submit({ stamp }, { writer: stranger })).toEqual({ ok: false, fault: 'tooOld' });
  expect((await part.store.countByState()).get('held')).toBe(1);
  const [time, nonce, signature] = stamp.split('.');
  for (const forged of [`${time}.other.${signature}`, `${time}..${signature}`, `${time}.${nonce}.`])
    expect(await submit({ stamp: forged })).toEqual({ ok: false, fault: 'tooOld' });
  const toToken = (one: string, cookie?: string) =>
    toWriterToken(cookie, { stamp: one, post: 'hello', secret: part.secret });
  expect(toToken(stamp)).toBe(toToken(stamp, '../../etc'));
  expect(toToken(stamp)).not.toBe(toToken(makeStamp(part.secret, 'hello')));
  expect(toToken('')).not.toBe(toToken(''));
  expect(toToken(stamp, 'a'.repeat(32))).toBe('a'.repeat(32));
});

test('has two levels, of one post', async () => {
  const first = await submit();
  if (!first.ok) throw new Error(first.fault);
  expect(await submit({ parent: first.comment.id })).toEqual({ ok: false, fault: 'noParent' });
  await part.store.decide(first.comment.id, 'approved');
  const second = await submit({ parent: first.comment.id });
  if (!second.ok) throw new Error(second.fault);
  await part.store.decide(second.comment.id, 'approved');
  expect(await submit({ parent: second.comment.id })).toMatchObject({
    ok: true,
    comment: { parent: first.comment.id },
  });
  const elsewhere = toForm({
    parent: first.comment.id,
    stamp: makeStamp(part.secret, 'other', Date.now() - 10_000),
  });
  expect(await submitComment(part, elsewhere, { post: 'other', trust: false, writer: WRITER })).toEqual({
    ok: false,
    fault: 'noParent',
  });
});

test('is approved at once of a writer who is known, without many links, where the settings say so', async () => {
  const first = await submit({}, { trust: true });
  if (!first.ok) throw new Error(first.fault);
  expect(first.comment.state).toBe('held');
  await part.store.decide(first.comment.id, 'approved');
  expect(await submit({}, { trust: true })).toMatchObject({ comment: { state: 'approved' } });
  expect(await submit({})).toMatchObject({ comment: { state: 'held' } });
  expect(await submit({}, { trust: true, writer: { address: 'here', key: 'other' } })).toMatchObject({
    comment: { state: 'held' },
  });
  const links = [1, 2, 3].map((number) => `https://spam.example/${number}`).join(' ');
  expect(await submit({ body: links }, { trust: true })).toMatchObject({ comment: { state: 'held' } });
});

test('is accepted without a protection that the settings leave out', async () => {
  const protections = { limits: false, trap: false, time: false, links: 1 };
  for (let number = 0; number <= LIMITS.attempts; number += 1)
    expect(await submit({ stamp: '', website: 'x' }, { protections })).toMatchObject({ ok: true });
  for (const name of ['trap', 'time', 'limits'])
    expect(
      (await submit({ stamp: '', website: 'x' }, { protections: { ...protections, [name]: true } })).ok,
    ).toBe(name === 'limits');
  const [known] = await part.store.listInState('held', { limit: 1 });
  await part.store.decide(known?.id ?? '', 'approved');
  const body = 'https://one.example https://two.example';
  const sendLinks = (links: number) =>
    submit({ body }, { trust: true, protections: { ...protections, links } });
  expect(await sendLinks(1)).toMatchObject({ comment: { state: 'held' } });
  expect(await sendLinks(2)).toMatchObject({ comment: { state: 'approved' } });
});

test('is by the author where a moderator is signed in', async () => {
  const sent = await submit({ name: 'ignored' }, { writer: { ...WRITER, author: 'Ada Lovelace' } });
  expect(sent).toMatchObject({ comment: { name: 'Ada Lovelace', isByAuthor: true, state: 'approved' } });
});

test('is no flood', async () => {
  const sent = [];
  for (let number = 0; number <= LIMITS.attempts; number += 1)
    sent.push(await submit({ body: `Text ${number}` }));
  expect(sent.map(({ ok }) => ok)).toEqual([...Array(LIMITS.attempts).fill(true), false]);
  expect(await submit({}, { writer: { address: 'there', key: 'x' } })).toMatchObject({ ok: true });
});

test('can be changed for a while by whoever wrote it, and is held again', async () => {
  const token = 'a'.repeat(32);
  const sent = await submit({}, { writer: { address: 'here', key: hashToken(token) } });
  if (!sent.ok) throw new Error(sent.fault);
  const { comment } = sent;
  await part.store.decide(comment.id, 'approved');
  expect(await canEdit(part.store, comment, token)).toBe(true);
  expect(await canEdit(part.store, comment, 'b'.repeat(32))).toBe(false);
  expect(await canEdit(part.store, comment, undefined)).toBe(false);
  expect(await canEdit(part.store, { ...comment, created: Date.now() - LIMITS.editing - 1 }, token)).toBe(
    false,
  );
  await editComment(part, { ...comment, state: 'approved' }, 'Better.');
  expect(await part.store.findComment(comment.id)).toMatchObject({
    body: 'Better.',
    html: '<p>Better.</p>',
    state: 'held',
  });
  expect(await editComment(part, comment, ' ')).toEqual({ ok: false, fault: 'noText' });
});
