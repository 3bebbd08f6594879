import { expect, test } from 'playwright/test';
import { provideFreshStore } from '../../scripts/fresh-store';
import { type Answer, type SmtpServer, startSmtpServer } from '../../scripts/smtp-server';
import type { Post } from '../content/types';
import { indexContent, writePost } from '../content/write-content';
import { buildNewsletter, toRecipients } from './newsletter';
import { openMailer } from './send-mail';
import { SENDERS, type SendingOutcome, sendNewsletter } from './send-newsletter';
import { Store } from './store';
import { beginNewsletter, findNewsletter, retryInterrupted, takeDelivery } from './store-newsletters';
import {
  askForSubscription,
  confirmSubscription,
  endSubscription,
  listSubscribers,
} from './store-subscribers';
import type { Subscriber } from './subscriber';

const POST = writePost(
  ['tags: [CSS]'],
  [
    'It’s **bold** & [linked](/about "Us").\n',
    '```ts\nconst a = 1;\n```\n',
    '> [!NOTE]\n> A note.\n',
    '- [x] done\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  ].join('\n'),
);
const index = indexContent({
  'site.ts': `export default { title: 'Ada <writes>', url: 'https://ada.example/blog', languages: ['de'] };`,
  'posts/hello.md': POST,
  'posts/hallo.md': writePost(['title: Hallo', 'lang: de']),
  'pages/about.md': '---\ntitle: About\ndescription: Us.\n---\n\nUs.\n',
});
const hello = find('hello');
const hallo = find('hallo');

function find(slug: string): Post {
  const post = index.postsBySlug.get(slug);
  if (!post) throw new Error(`There is no post ${slug}.`);
  return post;
}

const part = provideFreshStore({ MAIL_FROM: 'Ada <ada@ada.example>', SMTP_URL: undefined });
let server: SmtpServer | undefined;

test.afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function subscribe(...mails: readonly string[]): Promise<void> {
  for (const mail of mails) {
    const id = await askForSubscription(part.store, { id: `id-${mail}`, mail, section: '' });
    await confirmSubscription(part.store, id, { section: '' });
  }
}

async function send(answer?: Answer, perMinute = 1_000_000): Promise<SendingOutcome> {
  await server?.close();
  server = await startSmtpServer(answer);
  process.env.SMTP_URL = server.url;
  const newsletter = await buildNewsletter(hello, index);
  const recipients = toRecipients(await listSubscribers(part.store), hello, index);
  await beginNewsletter(
    part.store,
    hello.id,
    recipients.map(({ id }) => id),
  );
  const mailer = openMailer(SENDERS);
  try {
    const toEndUrl = (id: string) => `https://ada.example/blog/by-mail/end?subscriber=${id}`;
    return await sendNewsletter(part.store, { newsletter, mailer, perMinute, toEndUrl });
  } finally {
    mailer.close();
  }
}

const listReceived = () => server?.mails.map(({ to }) => to).sort();
const many = (number: number) => Array.from({ length: number }, (_, place) => `reader${place}@b.example`);

test('a post becomes a mail that stands alone: absolute addresses, styles in elements, and its Markdown as text', async () => {
  const newsletter = await buildNewsletter(hello, index);
  const { html = '', text } = newsletter.format('https://ada.example/end?a=1&b=2');
  expect(newsletter.subject).toBe('Hello');
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('Ada &lt;writes&gt;</a>');
  expect(html).toContain('<a href="https://ada.example/blog/posts/hello">Hello</a>');
  expect(html).toContain('href="https://ada.example/blog/about"');
  expect(html).toMatch(
    /<pre style="[^"]*background[^"]*"><code class="language-typescript" style="[^"]*">const a = 1;/,
  );
  expect(html).toContain('<strong>Note</strong>');
  expect(html).toContain('☑');
  expect(html).toMatch(/<td style="[^"]+">1<\/td>/);
  expect(html).toContain('<a href="https://ada.example/end?a=1&amp;b=2">Unsubscribe</a>');
  expect(html).not.toMatch(/<(script|style|link|form|input|video|iframe)\b|(src|href)="(?!https:)/);
  expect(text).toMatch(/^# Hello\n\nIt’s \*\*bold\*\* & \[linked]\(https:\/\/ada\.example\/blog\/about/);
  expect(text).toContain('Unsubscribe: https://ada.example/end?a=1&b=2');
  const german = await buildNewsletter(hallo, index);
  expect(german.section).toBe('de');
  expect(german.format('https://ada.example/end').html).toContain('>Abbestellen</a>');
});

test('a post goes to confirmed subscribers of its section, and of its subjects', () => {
  const toSubscriber = (id: string, more: Partial<Subscriber>): Subscriber => ({
    ...{ id, mail: `${id}@b.example`, section: '', state: 'confirmed', asked: 1, ...more },
  });
  const subscribers = [
    toSubscriber('all', {}),
    toSubscriber('css', { tag: 'css' }),
    toSubscriber('rust', { tag: 'rust' }),
    toSubscriber('german', { section: 'de' }),
    toSubscriber('gone', { section: 'fr' }),
    toSubscriber('asked', { state: 'asked' }),
    toSubscriber('bounced', { state: 'bounced' }),
  ];
  const ids = (post: Post) => toRecipients(subscribers, post, index).map(({ id }) => id);
  expect(ids(hello)).toEqual(['all', 'css', 'gone']);
  expect(ids(hallo)).toEqual(['german']);
});

test('each gets one mail, alone, with a link of their own; nobody a second one, also who subscribes anew', async () => {
  const mails = many(7);
  await subscribe(...mails);
  expect(await send()).toMatchObject({ sent: 7, bounced: [], later: 0, unknown: [] });
  expect(listReceived()).toEqual(mails);
  for (const { to, message } of server?.mails ?? []) {
    const [headers = ''] = message.replace(/\r\n[ \t]+/g, ' ').split('\r\n\r\n');
    expect(headers).toContain(`To: ${to}`);
    expect(headers).toContain(`List-Unsubscribe: <https://ada.example/blog/by-mail/end?subscriber=id-${to}>`);
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(headers).toMatch(/^List-I[Dd]: .*<blog\.ada\.example>$/m);
    expect(headers).toContain('multipart/alternative');
    expect(mails.filter((mail) => message.includes(mail))).toEqual([to]);
  }
  await endSubscription(part.store, 'id-reader0@b.example');
  await subscribe('reader0@b.example', 'new@b.example');
  expect(await send()).toMatchObject({ sent: 0 });
  expect(listReceived()).toEqual([]);
});

test('two processes that send at once send nothing twice, and who unsubscribes meanwhile gets nothing', async () => {
  await subscribe(...many(30));
  await beginNewsletter(
    part.store,
    'p',
    many(30).map((mail) => `id-${mail}`),
  );
  await endSubscription(part.store, 'id-reader9@b.example');
  const other = await Store.open();
  const taken: string[] = [];
  const take = async (from: Store) => {
    const since = Date.now();
    for (let one = await takeDelivery(from, 'p', since); one; one = await takeDelivery(from, 'p', since))
      taken.push(one.mail);
  };
  await Promise.all([take(part.store), take(other), take(part.store)]);
  other.close();
  expect(taken.sort()).toEqual(
    many(30)
      .filter((mail) => mail !== 'reader9@b.example')
      .sort(),
  );
});

test('an address that the server refuses for good is marked, and one that it puts off is tried again', async () => {
  await subscribe('ada@b.example', 'gone@b.example', 'later@b.example');
  const outcome = await send((command, to) => {
    if (command === 'RCPT TO' && to.startsWith('gone')) return '550 5.1.1 no such user';
    return to.startsWith('later') ? '450 4.2.0 not now' : undefined;
  });
  expect(outcome).toMatchObject({ sent: 1, later: 1, unknown: [] });
  expect(outcome.bounced).toEqual([expect.stringContaining('gone@b.example: ')]);
  expect(await listSubscribers(part.store, 'bounced')).toMatchObject([
    { mail: 'gone@b.example', reason: expect.stringContaining('550 5.1.1 no such user') },
  ]);
  expect(await send()).toMatchObject({ sent: 1 });
  expect(listReceived()).toEqual(['later@b.example']);
});

test('a server that takes no mails at all marks nobody, and all are sent when it does', async () => {
  const mails = many(20);
  await subscribe(...mails);
  for (const [command, reply] of [
    ['DATA', '554 5.7.1 looks like spam'],
    ['RCPT TO', '451 4.3.0 busy'],
    ['RCPT TO', '550 5.1.1 nobody is known here'],
    ['RCPT TO', '554 5.7.1 relay access denied'],
    ['RCPT TO', '421 4.3.2 going away'],
  ] as const) {
    const outcome = await send((one) => (one === command ? reply : undefined));
    expect(outcome, reply).toMatchObject({ sent: 0, bounced: [], unknown: [] });
    expect(outcome.stopped).toContain(reply.slice(4));
    expect(outcome.later).toBeLessThan(10);
  }
  expect(await listSubscribers(part.store, 'confirmed')).toHaveLength(20);
  expect((await findNewsletter(part.store, hello.id))?.counts).toMatchObject({ waiting: 20, sending: 0 });
  expect(await send()).toMatchObject({ sent: 20 });
  expect(listReceived()).toEqual([...mails].sort());
});

test('a mail that a server may have taken before the connection broke is not sent again, unless that is asked for', async () => {
  await subscribe(...many(20));
  let number = 0;
  const outcome = await send((command) => {
    if (command === 'DATA') number += 1;
    return command === 'DATA' && number === 5 ? 'hang up' : undefined;
  });
  expect(outcome.unknown.length).toBeGreaterThan(0);
  expect(outcome.stopped).toBeDefined();
  const received = listReceived() ?? [];
  expect(await send()).toMatchObject({ sent: 20 - received.length - outcome.unknown.length, unknown: [] });
  expect([...received, ...(listReceived() ?? []), ...outcome.unknown].sort()).toEqual([...many(20)].sort());
  // Not at once: another process may be sending it.
  expect(await retryInterrupted(part.store, hello.id)).toBe(0);
  expect(await retryInterrupted(part.store, hello.id, Date.now() + 3_600_000)).toBe(outcome.unknown.length);
  expect(await send()).toMatchObject({ sent: outcome.unknown.length });
  expect((await findNewsletter(part.store, hello.id))?.counts).toMatchObject({
    sent: 20,
    sending: 0,
    waiting: 0,
  });
});

test('no more mails go out than so many a minute', async () => {
  await subscribe(...many(6));
  const begun = Date.now();
  await send(undefined, 1200);
  // Five pauses of 50 ms.
  expect(Date.now() - begun).toBeGreaterThanOrEqual(240);
  expect(listReceived()).toHaveLength(6);
});

test('nothing is sent with a server and without a sender', async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:9';
  delete process.env.MAIL_FROM;
  expect(() => openMailer(1)).toThrow('MAIL_FROM is missing');
});
