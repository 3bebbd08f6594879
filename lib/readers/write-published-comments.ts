import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../cache/replace-file';
import { type PublicComment, toPublicComment } from './comment';
import { getReadersPart } from './readers-part';

/**
 * Writes the approved comments into a file for `readPublishedComments`, and gives their number. Where the database is away those of
 * the build before stay, and the reason is given instead.
 */
export async function writePublishedComments(file: string): Promise<number | Error> {
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
    replaceFile(file, JSON.stringify(Object.fromEntries(byPost)));
    return comments.length;
  } catch (error) {
    if (!existsSync(file)) replaceFile(file, '{}');
    return error instanceof Error ? error : new Error(String(error));
  }
}
