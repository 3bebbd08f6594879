import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../cache/replace-file';
import { toPublicComment } from './comment';
import type { Published, PublishedThreads } from './published';
import { getReadersPart } from './readers-part';
import { countThanks } from './store-thanks';
import { countShown, listOfPosts, type PostThreads } from './store-threads';
import { type Shown, THREADS } from './threads';

interface Numbers {
  readonly comments: number;
  readonly mentions: number;
  readonly thanks: number;
}

/** All of a post: where other sites alone answer, no page has the rest. */
const ALL = Number.MAX_SAFE_INTEGER;

/**
 * Writes the threads that posts show and the thanks into a file for `readPublished`, and gives the numbers of all. Where the database is
 * away those of the build before stay, and the reason is given instead.
 */
export async function writePublished(file: string, shown: Shown): Promise<Numbers | Error> {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    const { store } = await getReadersPart();
    const posts = await listOfPosts(store, shown, shown.comments ? THREADS.inPost : ALL);
    const thanks = await countThanks(store);
    const published: Published = {
      threads: Object.fromEntries([...posts].map(([post, threads]) => [post, toPublished(threads)])),
      thanks: Object.fromEntries(thanks),
    };
    replaceFile(file, JSON.stringify(published));
    return {
      ...(await countShown(store, shown)),
      thanks: [...thanks.values()].reduce((sum, one) => sum + one, 0),
    };
  } catch (error) {
    if (!existsSync(file)) replaceFile(file, JSON.stringify({ threads: {}, thanks: {} } satisfies Published));
    return error instanceof Error ? error : new Error(String(error));
  }
}

function toPublished({ list, total, counts }: PostThreads): PublishedThreads {
  const changed = Math.max(0, ...list.map((comment) => comment.changed));
  return { ...{ list: list.map(toPublicComment), total, counts }, changed };
}
