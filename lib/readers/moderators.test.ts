import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import { LIMITS } from './limits';
import {
  beginSession,
  endSession,
  findModerator,
  isDecisionKey,
  isPermittedByKey,
  mailLink,
  makeDecisionKey,
} from './moderators';
import { hashToken } from './signature';

const part = provideFreshStore();

const countMails = () => part.readMails().length;

test('a stranger who asks for links again and again keeps no moderator from getting one', async () => {
  const ask = (requester: string) =>
    mailLink(part, {
      ...{ mail: 'Ada@ada.example', requester, moderators: ['ada@ada.example'] },
      toUrl: (token) => `https://ada.example/moderate?token=${token}`,
    });
  for (let number = 0; number < 10; number += 1) await ask('stranger');
  expect(countMails()).toBe(LIMITS.mailedLinks);
  await ask('ada');
  expect(countMails()).toBe(LIMITS.mailedLinks + 1);
  for (let number = 0; number < 30; number += 1) await ask(`network ${number}`);
  expect(countMails()).toBe(LIMITS.mails);
});

test('a link signs in once, and nothing else opens a session', async () => {
  const moderators = ['ada@ada.example'];
  let token = '';
  await mailLink(part, {
    ...{ mail: 'ada@ada.example', requester: 'ada', moderators },
    toUrl: (made) => {
      token = made;
      return 'https://ada.example/moderate';
    },
  });
  expect(await findModerator(part, token, moderators)).toBeUndefined();
  const sessions = await Promise.all([1, 2, 3].map(() => beginSession(part, token)));
  const [session = '', ...others] = sessions.filter((one) => one !== undefined);
  expect(others).toEqual([]);
  expect(await findModerator(part, session, moderators)).toBe('ada@ada.example');
  const forged = [
    '',
    'forged',
    token,
    hashToken(session),
    `${session}x`,
    session.slice(1),
    session.toLowerCase(),
    '%',
  ];
  for (const one of forged) expect(await findModerator(part, one, moderators), one).toBeUndefined();
  // Neither one who moderates no longer, nor a session that has ended or is too old.
  expect(await findModerator(part, session, [])).toBeUndefined();
  const { now } = Date;
  Date.now = () => now() + LIMITS.session + 1000;
  try {
    expect(await findModerator(part, session, moderators)).toBeUndefined();
  } finally {
    Date.now = now;
  }
  await endSession(part, session);
  expect(await findModerator(part, session, moderators)).toBeUndefined();
});

test('a key of a mail is good for its comment, for a while', () => {
  const now = Date.now();
  const key = makeDecisionKey('secret', 'a', now);
  expect(isDecisionKey(key, 'secret', 'a', now)).toBe(true);
  expect(isDecisionKey(key, 'secret', 'b', now)).toBe(false);
  expect(isDecisionKey(key, 'other', 'a', now)).toBe(false);
  expect(isDecisionKey(key, 'secret', 'a', now + LIMITS.decision)).toBe(false);
  const [expires, signature] = key.split('.');
  expect(isDecisionKey(`${Number(expires) + 1}.${signature}`, 'secret', 'a', now)).toBe(false);
  for (const forged of ['', '.', 'x', `${expires}.`, `9999999999999.${signature}`])
    expect(isDecisionKey(forged, 'secret', 'a', now)).toBe(false);
});

test('it decides once, and takes back at once', async () => {
  const { store } = part;
  await store.addComment(
    {
      ...{ id: 'a', post: 'p', name: 'n', body: 'b', html: 'b' },
      ...{ state: 'held', created: 1, isByAuthor: false },
    },
    'w',
  );
  expect(await isPermittedByKey(part, 'a', 'undo')).toBe(false);
  expect(await isPermittedByKey(part, 'a', 'deleted')).toBe(false);
  expect(await isPermittedByKey(part, 'a', 'approved')).toBe(true);
  await store.decide('a', 'refused');
  expect(await isPermittedByKey(part, 'a', 'approved')).toBe(false);
  expect(await isPermittedByKey(part, 'a', 'undo')).toBe(true);
  await store.undo('a');
  expect(await isPermittedByKey(part, 'a', 'spam')).toBe(true);
  expect(await isPermittedByKey(part, 'none', 'approved')).toBe(false);
});
