import { checkSpam, isSpamChecked, type SuspectComment } from './check-spam';
import type { Comment } from './comment';
import type { Store } from './store';

type Circumstances = Pick<SuspectComment, 'mail' | 'page' | 'site' | 'language' | 'address' | 'userAgent'>;

/**
 * Moves a comment that waits to the spam, where a moderator can take it back, if the service of the settings takes it for that; says
 * whether it did. Where the service does not answer the comment waits as it would without.
 */
export async function screenComment(
  store: Store,
  { id, name, body, created }: Comment,
  circumstances: Circumstances,
): Promise<boolean> {
  if (!isSpamChecked()) return false;
  try {
    if (!(await checkSpam({ name, body, created, ...circumstances }))) return false;
    // Somebody may have decided meanwhile.
    const { state } = (await store.findComment(id)) ?? {};
    return state === 'held' && (await store.decide(id, 'spam'));
  } catch (error) {
    console.error(
      `A comment was not checked for spam: ${error instanceof Error ? error.message : String(error)}`,
    );
    return false;
  }
}
