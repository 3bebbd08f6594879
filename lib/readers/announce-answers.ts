import type { ContentIndex } from '../content/content-index';
import { formatMessage, type Strings } from '../site/strings/messages';
import { absoluteUrl, commentPath, confirmAnswersPath, endAnswersPath } from '../urls';
import { makeFollowKey } from './follower';
import { LIMITS } from './limits';
import { toMailFault } from './mail-fault';
import type { ReadersPart } from './readers-part';
import { canSendMail, type Mail, type Mailer, openMailer } from './send-mail';
import {
  type AnswerMail,
  type AskedFollower,
  endFollowing,
  isMailDue,
  returnAnswerMail,
  returnAskedFollower,
  takeAnswerMails,
  takeAskedFollowers,
} from './store-followers';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Mails what approvals made due, wherever they were made: an answer to those who wrote in its thread and confirmed their address, and a
 * link to confirm it to those of whom a comment is approved now. Of one answer, or of all. What was approved stays so, whatever becomes
 * of the mails; where this process may send none they wait for one that may.
 */
export async function announceAnswers(
  part: ReadersPart,
  index: ContentIndex,
  comment?: string,
): Promise<void> {
  const { store } = part;
  try {
    if (!canSendMail() || !(await isMailDue(store, comment))) return;
    const mailer = openMailer(1);
    try {
      // Where no server answers, nothing is taken.
      await mailer.check();
      const sender = { ...part, index, mailer };
      for (const asked of await takeAskedFollowers(store)) await ask(sender, asked);
      for (const answer of await takeAnswerMails(store, comment)) await announce(sender, answer);
    } finally {
      mailer.close();
    }
  } catch (error) {
    console.error(`No answers were mailed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

interface Sender extends ReadersPart {
  readonly index: ContentIndex;
  readonly mailer: Mailer;
}

async function ask(sender: Sender, { id, mail, post }: AskedFollower): Promise<void> {
  const { store, secret, index } = sender;
  const now = Date.now();
  if ((await store.countAttempt(`answers ${mail}`, now - DAY)) > LIMITS.confirmations) return;
  const { site, strings } = index;
  const key = makeFollowKey(secret, id, now + LIMITS.confirming);
  const lead = formatMessage(strings, 'answersMail', { title: findTitle(index, post) });
  const sent = await trySend(sender, {
    ...{ to: mail, subject: `${formatMessage(strings, 'answersByMail')}: ${site.title}` },
    text: `${lead}\n\n${absoluteUrl(site.url, confirmAnswersPath(id, key))}\n\n${formatMessage(strings, 'ignoreMail')}\n`,
    unsubscribe: absoluteUrl(site.url, endAnswersPath(id)),
  });
  if (sent === 'bounced') await endFollowing(store, id);
  if (sent === 'later' || sent === 'stopped') await returnAskedFollower(store, id);
}

async function announce(sender: Sender, answer: AnswerMail): Promise<void> {
  const { store, index } = sender;
  const found = await store.findComment(answer.comment);
  const post = found && findPost(index, found.post);
  if (!post || found.parent === undefined) return;
  const { site, strings } = index;
  const { name, body, parent } = found;
  const subject = formatMessage(strings, 'answeredOn', { name, title: post.title }).replace(/\s+/g, ' ');
  const end = absoluteUrl(site.url, endAnswersPath(answer.follower));
  const sent = await trySend(sender, {
    ...{ to: answer.mail, subject, unsubscribe: end },
    text: [
      `${subject}:`,
      body.replace(/^/gm, '> '),
      absoluteUrl(site.url, commentPath(post.slug, found.id)),
      `-- \n${formatMessage(strings, 'whyAnswer')}`,
      toLink(strings, 'stopThread', absoluteUrl(site.url, endAnswersPath(answer.follower, parent))),
      `${toLink(strings, 'stopAnswers', end)}\n`,
    ].join('\n\n'),
  });
  if (sent === 'bounced') await endFollowing(store, answer.follower);
  if (sent === 'later' || sent === 'stopped') await returnAnswerMail(store, answer);
}

function toLink(strings: Strings, name: 'stopThread' | 'stopAnswers', url: string): string {
  return `${formatMessage(strings, name)}:\n${url}`;
}

function findPost({ postsBySlug }: ContentIndex, id: string) {
  return [...postsBySlug.values()].find((post) => post.id === id);
}

function findTitle(index: ContentIndex, id: string): string {
  return findPost(index, id)?.title ?? index.site.title;
}

async function trySend({ mailer }: Sender, mail: Mail): Promise<'sent' | ReturnType<typeof toMailFault>> {
  try {
    await mailer.send(mail);
    return 'sent';
  } catch (error) {
    console.error(`A mail was not sent: ${error instanceof Error ? error.message : String(error)}`);
    return toMailFault(error);
  }
}
