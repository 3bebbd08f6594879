import type { ContentIndex } from '../../content/content-index';
import { absoluteUrl, moderatePath } from '../../urls';
import type { Comment } from '../comment';
import { LIMITS } from '../limits';
import { notifyModerators } from '../notify-moderators';
import type { ReadersPart } from '../readers-part';

/** Mails a mention that waits to those who decide, unless they got many of them just now. What was kept stays kept, whatever becomes of the mail. */
export async function notifyOfMention(
  comment: Comment,
  { store, secret }: ReadersPart,
  { site, postsBySlug }: ContentIndex,
): Promise<void> {
  const post = [...postsBySlug.values()].find(({ id }) => id === comment.post);
  try {
    const since = Date.now() - LIMITS.window;
    if ((await store.countAttempt('mail mentions', since)) > LIMITS.mentionMails) return;
    await notifyModerators(comment, {
      ...{ secret, title: post?.title ?? comment.post, moderators: site.readers?.moderators ?? [] },
      page: absoluteUrl(site.url, moderatePath),
    });
  } catch (error) {
    console.error(`No mail was sent: ${error instanceof Error ? error.message : String(error)}`);
  }
}
