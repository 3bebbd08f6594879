import type { Store } from '../store';
import type { SentMention, SentState } from './plan-mentions';

/** What was done about the links of posts, by this site. */
export async function listSent(store: Store): Promise<SentMention[]> {
  const rows = await store.read('SELECT * FROM sent_mentions ORDER BY post, target');
  return rows.map(({ post, source, target, digest, state, endpoint }) => ({
    ...{ post: String(post), source: String(source), target: String(target), digest: String(digest) },
    state: state as SentState,
    ...(endpoint !== null && { endpoint: String(endpoint) }),
  }));
}

/** Keeps what was done, in the place of what was known before. */
export async function keepSent(
  store: Store,
  records: readonly SentMention[],
  now = Date.now(),
): Promise<void> {
  await store.write(
    records.map(({ post, source, target, digest, state, endpoint = null }) => ({
      sql: `INSERT OR REPLACE INTO sent_mentions (post, source, target, digest, state, endpoint, at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      args: [post, source, target, digest, state, endpoint, now],
    })),
  );
}

export async function forgetSent(
  store: Store,
  records: readonly Pick<SentMention, 'post' | 'target'>[],
): Promise<void> {
  await store.write(
    records.map(({ post, target }) => ({
      sql: 'DELETE FROM sent_mentions WHERE post = ? AND target = ?',
      args: [post, target],
    })),
  );
}
