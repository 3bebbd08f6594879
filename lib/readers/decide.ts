import { COMMENT_STATES } from './comment';
import type { Store } from './store';

/** Does what a button of `Decisions` says: one of the states, or `undo`. */
export async function decide(store: Store, comment: string, action: string, reason: string): Promise<void> {
  if (action === 'undo') await store.undo(comment);
  const state = COMMENT_STATES.find((one) => one === action);
  if (!state) return;
  await store.decide(comment, state, state === 'refused' ? reason.slice(0, 500) || undefined : undefined);
}
