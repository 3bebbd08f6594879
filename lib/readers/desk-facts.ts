import type { Site } from '../site/site';
import type { Comment } from './comment';
import { countQueued } from './mentions/store-mentions';
import type { ReadKind, ReadLine } from './read';
import type { Store } from './store';
import { listUnfinished } from './store-newsletters';
import { listReads } from './store-read-numbers';
import { countSubscribers } from './store-subscribers';
import type { SubscriberState } from './subscriber';

/** What an author sees of readers on the desk; each part absent where the blog has it not. */
export interface DeskFacts {
  /** Comments that wait, the newest first, and before them the one that was just decided. */
  readonly comments: readonly Comment[];
  readonly held: number;
  /** Pages with mentions that wait to be fetched. */
  readonly queued: number;
  readonly subscribers?: Readonly<Record<SubscriberState, number>>;
  readonly newsletters: Awaited<ReturnType<typeof listUnfinished>>;
  readonly reads?: Readonly<Record<ReadKind, readonly ReadLine[]>>;
}

/** So many comments are shown at once. */
const MAX_COMMENTS = 5;

export async function getDeskFacts(
  store: Store,
  readers: NonNullable<Site['readers']>,
  { today, decided }: { readonly today: string; readonly decided?: string | undefined },
): Promise<DeskFacts> {
  const [comments, states, queued, newsletters] = await Promise.all([
    store.listInState('held', { limit: MAX_COMMENTS }),
    store.countByState(),
    countQueued(store),
    listUnfinished(store),
  ]);
  const last = decided === undefined ? undefined : await store.findComment(decided);
  const shown = [
    ...(last && last.name !== '' ? [last] : []),
    ...comments.filter(({ id }) => id !== last?.id),
  ];
  return {
    ...{ comments: shown, held: states.get('held') ?? 0, queued: queued.all, newsletters },
    ...(readers.subscriptions && { subscribers: await countSubscribers(store) }),
    ...(readers.reads && { reads: await listAllReads(store, today) }),
  };
}

async function listAllReads(store: Store, today: string): Promise<NonNullable<DeskFacts['reads']>> {
  const list = (kind: ReadKind) => listReads(store, kind, today);
  const [post, host, search] = await Promise.all([list('post'), list('host'), list('search')]);
  return { post, host, search };
}
