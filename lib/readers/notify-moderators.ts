import type { Comment } from './comment';
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

/** Mails a comment that waits to those who decide, with a link to decide on this one. Rejects where a mail cannot be sent. */
export async function notifyModerators(
  comment: Comment,
  { secret, moderators, title, page }: Notice,
): Promise<void> {
  const { id, name, body } = comment;
  const link = `${page}?comment=${id}&key=${makeDecisionKey(secret, id)}`;
  const subject = `Comment of ${name} on ${title}`.replace(/\s+/g, ' ');
  const text = `${name} writes:\n\n${body.replace(/^/gm, '> ')}\n\nApprove or refuse it:\n\n${link}\n`;
  for (const to of moderators) await sendMail({ to, subject, text });
}
