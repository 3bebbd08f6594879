import type { Post } from '@/lib/content/types';
import { findClientAddress } from '@/lib/readers/client-address';
import type { Comment } from '@/lib/readers/comment';
import { notifyModerators } from '@/lib/readers/notify-moderators';
import type { ReadersPart } from '@/lib/readers/readers-part';
import { screenComment } from '@/lib/readers/screen-comment';
import { absoluteUrl, moderatePath, postPath } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';
import { reportAway } from '../../../_shared/report-away';
import { type Sent, textOf } from './sent';

interface Received {
  readonly comment: Comment;
  readonly isDoubtful: boolean;
}

/**
 * What is done about a comment that waits, once its writer has the answer; read from the request before that. What is spam mails
 * nobody, nor what a program may have sent.
 */
export function receiveComment(
  part: ReadersPart,
  { post, request, fields }: Sent,
  { comment, isDoubtful }: Received,
): () => Promise<void> {
  const { site } = getIndex();
  const circumstances = {
    site: site.url,
    page: absoluteUrl(site.url, postPath(post.slug)),
    language: post.lang ?? site.language,
    address: findClientAddress(request.headers),
    userAgent: request.headers.get('user-agent') ?? '',
    mail: textOf(fields, 'mail'),
  };
  return async () => {
    const isSpam = await screenComment(part.store, comment, circumstances);
    if (!isSpam && !isDoubtful) await notify(part, post, comment);
  };
}

/** A comment that was kept stays kept, whatever becomes of the mail. */
async function notify({ secret }: ReadersPart, post: Post, comment: Comment): Promise<void> {
  const { site } = getIndex();
  await notifyModerators(comment, {
    ...{ secret, title: post.title, moderators: site.readers?.moderators ?? [] },
    page: absoluteUrl(site.url, moderatePath),
  }).catch(reportAway('No mail was sent'));
}
