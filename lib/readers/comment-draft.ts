import { LIMITS } from './limits';
import { makeToken } from './signature';
import type { Store } from './store';
import type { CommentFault } from './submit-comment';

/** A form that is shown again: what was typed, why it was not sent, or what it would look like. */
export interface CommentDraft {
  readonly post: string;
  readonly name: string;
  readonly mail?: string;
  readonly body: string;
  readonly parent: string;
  /** Id of the comment that is changed. */
  readonly edited?: string;
  readonly fault?: CommentFault;
  /** True where the browser is to prove work. */
  readonly isChallenged?: boolean;
  /** True where the text is shown rendered. */
  readonly isPreview?: boolean;
}

/** Keeps a draft for a while; gives the name under which it is found. */
export async function keepCommentDraft(store: Store, draft: CommentDraft): Promise<string> {
  const id = makeToken();
  await store.keepDraft(id, JSON.stringify(draft), Date.now() + LIMITS.draft);
  return id;
}

/** The draft of a post; undefined where there is none. */
export async function findCommentDraft(
  store: Store,
  id: string,
  post: string,
): Promise<CommentDraft | undefined> {
  const data = await store.findDraft(id);
  const draft = data === undefined ? undefined : (JSON.parse(data) as CommentDraft);
  return draft?.post === post ? draft : undefined;
}
