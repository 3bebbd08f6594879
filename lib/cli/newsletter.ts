import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadContent } from '../content/posts';
import type { Post } from '../content/types';
import { toMailAddress } from '../readers/mail-address';
import { buildNewsletter, type Newsletter, toRecipients } from '../readers/newsletter';
import { getReadersPart, type ReadersPart } from '../readers/readers-part';
import { getOutbox, type Mailer, openMailer } from '../readers/send-mail';
import { SENDERS, type SendingOutcome, sendNewsletter } from '../readers/send-newsletter';
import { beginNewsletter, findNewsletter, retryInterrupted } from '../readers/store-newsletters';
import { listSubscribers } from '../readers/store-subscribers';
import { toSubscriberId } from '../readers/subscriber';
import { absoluteUrl, endByMailPath } from '../urls';
import { type Arguments, readArguments, refuse, type Usage } from './arguments';
import { findPost } from './find-post';
import { askAll, canAsk, EXIT, type Terminal, writeError, writeLine } from './terminal';

const PER_MINUTE = 300;

/** Gmail shows no more of a mail than this, in bytes. */
const MAX_SHOWN = 102 * 1024;

const USAGE: Usage = {
  example: 'npm run newsletter -- preview my-post',
  what: 'Sends a post by mail to those who subscribed, once to each of them, and goes on where it was interrupted.',
  help: [
    ['preview <slug>', 'writes the mail as files, and says to how many it would go'],
    ['send <slug>', 'sends it, after asking; --yes: without'],
    ['send <slug> --to <address>', 'sends it to one address alone, to look at; also a draft'],
    ['--per-minute 300', `how many mails a minute; without it ${PER_MINUTE}`],
    ['--retry-interrupted', 'sends also what may have arrived, since sending was interrupted'],
  ],
  options: {
    to: { type: 'string' },
    yes: { type: 'boolean' },
    'per-minute': { type: 'string' },
    'retry-interrupted': { type: 'boolean' },
  },
  needed: ['what to do: preview or send', 'the slug of a post'],
  atMost: 2,
};

/** `npm run newsletter`: works on the database of `DATABASE_URL`, or on that of this folder, which has to be that of the site. */
export async function newsletter(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const [action = '', name = ''] = read.names;
  if (action !== 'preview' && action !== 'send')
    return refuse(`"${action}" is nothing that can be done.`, USAGE, terminal);
  const perMinute = Number(read.text('per-minute') ?? PER_MINUTE);
  if (!Number.isInteger(perMinute) || perMinute < 1)
    return refuse(`"${read.text('per-minute')}" is not a number of mails.`, USAGE, terminal);
  if (!loadContent('author').site.readers?.subscriptions) {
    writeError(terminal, 'Nobody can subscribe: set readers.subscriptions in content/site.ts to true.');
    return EXIT.failed;
  }
  const found = findPost(name, terminal);
  const post = found && loadContent('author').postsBySlug.get(found.slug);
  if (found && !post) writeError(terminal, `"${found.slug}" has errors: npm run check lists them.`);
  if (!post) return EXIT.failed;
  if (action === 'preview') return preview(post, terminal);
  const to = read.text('to');
  return to === undefined ? send(post, { read, perMinute }, terminal) : sendTest(post, to, terminal);
}

async function preview(post: Post, terminal: Terminal): Promise<number> {
  const part = await getReadersPart();
  const built = await buildNewsletter(post, loadContent('author'));
  const { html = '', text } = built.format(toEndUrl(built)('preview'));
  const folder = getOutbox();
  mkdirSync(folder, { recursive: true });
  for (const [ending, content] of [
    ['html', html],
    ['txt', text],
  ] as const) {
    const file = path.join(folder, `${post.slug}.${ending}`);
    writeFileSync(file, content);
    writeLine(terminal, pathToFileURL(file).href);
  }
  const bytes = Buffer.byteLength(html);
  if (bytes > MAX_SHOWN)
    writeError(terminal, `It has ${Math.round(bytes / 1024)} KB: Gmail shows the first 102 KB of a mail.`);
  writeError(terminal, await describe(part, post));
  return EXIT.done;
}

/** To how many it goes, or went. */
async function describe(part: ReadersPart, post: Post): Promise<string> {
  const begun = await findNewsletter(part.store, post.id);
  if (!begun) return `It would go to ${count((await listRecipients(part, post)).length)}.`;
  const { waiting, sending, sent, refused } = begun.counts;
  const day = new Date(begun.begun).toISOString().slice(0, 10);
  return (
    `Begun on ${day}: ${sent} sent, ${waiting} to go, ${refused} refused.` +
    (sending > 0 ? ` ${sending} interrupted, which may have arrived.` : '')
  );
}

async function listRecipients({ store }: ReadersPart, post: Post) {
  return toRecipients(await listSubscribers(store, 'confirmed'), post, loadContent('author'));
}

function count(subscribers: number): string {
  return subscribers === 1 ? '1 subscriber' : `${subscribers} subscribers`;
}

async function sendTest(post: Post, to: string, terminal: Terminal): Promise<number> {
  const mail = toMailAddress(to);
  if (mail === undefined) return refuse(`"${to}" is no mail address.`, USAGE, terminal);
  const { secret } = await getReadersPart();
  const built = await buildNewsletter(post, loadContent('author'));
  const unsubscribe = toEndUrl(built)(toSubscriberId(secret, mail));
  const mailer = openMailer(1);
  try {
    await mailer.send({ to: mail, subject: built.subject, unsubscribe, ...built.format(unsubscribe) });
  } finally {
    mailer.close();
  }
  writeLine(terminal, `Sent to ${mail}.`);
  return EXIT.done;
}

interface Options {
  readonly read: Arguments;
  readonly perMinute: number;
}

async function send(post: Post, { read, perMinute }: Options, terminal: Terminal): Promise<number> {
  const reason = findObstacle(post);
  if (reason !== undefined) {
    writeError(terminal, `Nothing was sent: ${reason}`);
    return EXIT.failed;
  }
  const mailer = openMailer(SENDERS);
  try {
    const part = await getReadersPart();
    if (read.has('retry-interrupted')) await retryInterrupted(part.store, post.id);
    const begun = await findNewsletter(part.store, post.id);
    const recipients = begun ? [] : await listRecipients(part, post);
    writeError(terminal, await describe(part, post));
    if ((begun?.counts.waiting ?? recipients.length) === 0) return EXIT.done;
    if (!read.has('yes') && !(await confirm(post, terminal))) {
      writeError(terminal, 'Nothing was sent. --yes sends it.');
      return EXIT.failed;
    }
    await mailer.check();
    if (!begun)
      await beginNewsletter(
        part.store,
        post.id,
        recipients.map(({ id }) => id),
      );
    return await sendAll(part, post, { mailer, perMinute, terminal });
  } finally {
    mailer.close();
  }
}

/** Why readers cannot get it; the links of a mail cannot be changed any more. */
function findObstacle(post: Post): string | undefined {
  const { site, postsBySlug } = loadContent('public');
  if (!postsBySlug.has(post.slug)) return 'the post is not published.';
  const { hostname } = new URL(site.url);
  if (process.env.SMTP_URL && /^(localhost|127\..*|\[::1\])$/.test(hostname))
    return `its links would lead to ${site.url}. Set url in content/site.ts.`;
  return undefined;
}

async function confirm(post: Post, terminal: Terminal): Promise<boolean> {
  if (!canAsk(terminal)) return false;
  const { yes = '' } = await askAll(terminal, { yes: `Send "${post.title}" now? (y/n) ` });
  return /^y(es)?$/i.test(yes);
}

async function sendAll(
  { store }: ReadersPart,
  post: Post,
  { mailer, perMinute, terminal }: { mailer: Mailer; perMinute: number; terminal: Terminal },
): Promise<number> {
  const built = await buildNewsletter(post, loadContent('public'));
  const control = new AbortController();
  const stop = () => control.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const outcome = await sendNewsletter(store, {
      ...{ newsletter: built, mailer, perMinute, toEndUrl: toEndUrl(built), signal: control.signal },
    });
    const left = (await findNewsletter(store, post.id))?.counts.waiting ?? 0;
    printOutcome(outcome, left, terminal);
    return left === 0 && outcome.stopped === undefined ? EXIT.done : EXIT.failed;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function printOutcome(
  { sent, bounced, later, unknown, stopped }: SendingOutcome,
  left: number,
  terminal: Terminal,
): void {
  writeLine(terminal, `Sent to ${count(sent)}.`);
  for (const line of bounced) writeError(terminal, `No mails go to ${line}`);
  for (const mail of unknown) writeError(terminal, `It may have arrived: ${mail}`);
  if (later > 0) writeError(terminal, `${later} not taken by the server.`);
  if (stopped !== undefined) writeError(terminal, `It ended early: ${stopped}`);
  if (left > 0) writeError(terminal, `${left} to go: run the command again.`);
}

function toEndUrl({ section }: Newsletter): (subscriber: string) => string {
  const { url } = loadContent('author').site;
  return (subscriber) => absoluteUrl(url, endByMailPath(subscriber, section));
}
