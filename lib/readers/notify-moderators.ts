import type { Comment } from './comment';
import type { MentionKind } from './mentions/mention';
import { makeDecisionKey } from './moderators';
import { sendMail } from './send-mail';

interface Notice {
  readonly secret: string;
  readonly moderators: readonly string[];
  /** Of the post. */
  readonly title: string;
  /** Absolute address of the page for moderators. */
  readonly page: string;
}

const VERBS: Readonly<Record<MentionKind, string>> = {
  like: 'likes',
  repost: 'reposts',
  reply: 'answers',
  mention: 'mentions',
};

/** Mails a comment that waits to those who decide, with a link to decide on this one. Rejects where a mail cannot be sent. */
export async function notifyModerators(
  comment: Comment,
  { secret, moderators, title, page }: Notice,
): Promise<void> {
  const { id, name, body, mention } = comment;
  const link = `${page}?comment=${id}&key=${makeDecisionKey(secret, id)}`;
  const what = mention ? `${name} ${VERBS[mention.kind]} ${title}` : `Comment of ${name} on ${title}`;
  const lead = mention ? `${name} ${VERBS[mention.kind]} it:\n\n${mention.source}` : `${name} writes:`;
  const quoted = body === '' ? '' : `\n\n${body.replace(/^/gm, '> ')}`;
  const text = `${lead}${quoted}\n\nApprove or refuse it:\n\n${link}\n`;
  const subject = what.replace(/\s+/g, ' ');
  for (const to of moderators) await sendMail({ to, subject, text });
}
