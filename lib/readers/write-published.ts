import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../cache/replace-file';
import { type PublicComment, toPublicComment } from './comment';
import type { Published } from './published';
import { getReadersPart } from './readers-part';
import { countThanks } from './store-thanks';

interface Numbers {
  readonly comments: number;
  readonly mentions: number;
  readonly thanks: number;
}

/**
 * Writes the approved comments and the thanks into a file for `readPublished`, and gives their numbers. Where the database is away
 * those of the build before stay, and the reason is given instead.
 */
export async function writePublished(file: string): Promise<Numbers | Error> {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    const { store } = await getReadersPart();
    const comments = await store.listApproved();
    const byPost = new Map<string, PublicComment[]>();
    for (const comment of comments) {
      const list = byPost.get(comment.post) ?? [];
      list.push(toPublicComment(comment));
      byPost.set(comment.post, list);
    }
    const thanks = await countThanks(store);
    const published: Published = {
      comments: Object.fromEntries(byPost),
      thanks: Object.fromEntries(thanks),
    };
    replaceFile(file, JSON.stringify(published));
    const mentions = comments.filter(({ mention }) => mention).length;
    return {
      ...{ comments: comments.length - mentions, mentions },
      thanks: [...thanks.values()].reduce((sum, one) => sum + one, 0),
    };
  } catch (error) {
    if (!existsSync(file))
      replaceFile(file, JSON.stringify({ comments: {}, thanks: {} } satisfies Published));
    return error instanceof Error ? error : new Error(String(error));
  }
}
