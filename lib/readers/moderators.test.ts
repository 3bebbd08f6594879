import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import { LIMITS } from './limits';
import { isDecisionKey, isPermittedByKey, mailLink, makeDecisionKey } from './moderators';

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
