import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import { checkWork, makeChallenge } from './challenge';
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
  const protections = { limits: false, trap: false, time: false, links: 1, work: false };
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

/** Of a form that was shown a moment ago, however long a proof takes on a slow machine. */
const stampNow = () => makeStamp(part.secret, 'hello', Date.now() + 60_000);

/** A form as it is shown to whoever is to prove work, and what a browser finds. */
async function showChallenge(more: Partial<CommentForm> = {}) {
  const stamp = stampNow();
  const challenge = await makeChallenge(part.secret, stamp);
  const { derivedKey, counter } =
    (await solveChallenge({ challenge: JSON.parse(challenge), deriveKey })) ?? {};
  return { stamp, challenge, solution: JSON.stringify({ counter, derivedKey }), ...more };
}

const MANY_LINKS = [1, 2, 3].map((number) => `https://spam.example/${number}`).join(' ');

for (const [what, form, fault] of [
  ['that fills in what nobody sees', { website: 'https://spam.example' }, 'trap'],
  ['that comes at once', { stamp: 'new' }, 'tooFast'],
  ['with many links of somebody unknown', { body: MANY_LINKS }, 'manyLinks'],
] as const)
  test(`a form ${what} is accepted with a proof of work, and waits in silence without`, async () => {
    const first = await submit({ ...form, ...('stamp' in form && { stamp: stampNow() }) });
    expect(first).toEqual({ ok: false, fault, isChallenged: true });
    const proven = await submit({ ...form, ...(await showChallenge()) });
    expect(proven).toMatchObject({ ok: true, comment: { state: 'held' } });
    expect(proven).not.toHaveProperty('isDoubtful');
    const unproven = await submit({ ...form, ...(await showChallenge({ solution: '' })) });
    expect(unproven).toMatchObject({ ok: true, isDoubtful: true, comment: { state: 'held' } });
    expect(await part.store.countByState()).toEqual(new Map([['held', 2]]));
  });

test('a proof of work counts for one comment, of the form it was made for, for a while', async () => {
  const shown = await showChallenge({ website: 'x' });
  expect(await submit(shown)).toMatchObject({ ok: true });
  expect(await submit(shown)).toMatchObject({ ok: true, isRepeated: true });
  expect(await submit({ ...shown, body: 'More.' })).toEqual({ ok: false, fault: 'tooOld' });
  expect(await submit(shown, { writer: { address: 'there', key: 'mallory' } })).toEqual({
    ...{ ok: false, fault: 'tooOld' },
  });
  expect((await part.store.countByState()).get('held')).toBe(1);
  const check = (more: object) => checkWork({ ...shown, ...more }, part.secret);
  const { parameters, signature } = JSON.parse(shown.challenge);
  const other = await showChallenge();
  expect(await check({})).toBe('done');
  expect(await check({ stamp: other.stamp })).toBe('none');
  expect(await check({ solution: other.solution })).toBe('undone');
  const easier = { parameters: { ...parameters, cost: 1, keyPrefix: '' }, signature };
  const later = { parameters: { ...parameters, expiresAt: parameters.expiresAt + 1000 }, signature };
  for (const challenge of [easier, later, { parameters }, { parameters, signature: '' }, null, [], 1])
    expect(await check({ challenge: JSON.stringify(challenge) })).toBe('none');
  for (const challenge of ['', '{', '{"__proto__":{"parameters":{}}}'])
    expect(await check({ challenge })).toBe('none');
  for (const solution of ['', '{', 'null', '{"counter":-1}', '{"counter":1e9,"derivedKey":"00"}', '[]'])
    expect(await check({ solution })).not.toBe('done');
  expect(await checkWork(shown, 'another secret')).toBe('none');
  const { now } = Date;
  Date.now = () => now() + LIMITS.challenge + 2000;
  try {
    expect(await check({})).toBe('none');
  } finally {
    Date.now = now;
  }
});

test('is no flood', async () => {
  const sent = [];
  for (let number = 0; number <= LIMITS.attempts; number += 1)
    sent.push(await submit({ body: `Text ${number}` }));
  expect(sent.map(({ ok }) => ok)).toEqual([...Array(LIMITS.attempts).fill(true), false]);
  expect(sent.at(-1)).toEqual({ ok: false, fault: 'tooMany', isChallenged: true });
  expect(await submit(await showChallenge({ solution: '' }))).toEqual({ ok: false, fault: 'tooMany' });
  expect(await submit(await showChallenge())).toMatchObject({ ok: true, comment: { state: 'held' } });
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
