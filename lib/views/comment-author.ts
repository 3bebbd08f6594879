import type { ContentIndex } from '../content/content-index';
import { findModerator } from '../readers/moderators';
import type { ReadersPart } from '../readers/readers-part';

/** The name that a moderator writes comments under; undefined for everybody else. */
export async function findCommentAuthor(
  part: ReadersPart,
  { site, authors }: ContentIndex,
  session: string | undefined,
): Promise<string | undefined> {
  const moderator = await findModerator(part, session, site.readers?.moderators ?? []);
  if (moderator === undefined) return undefined;
  return (site.author && authors.get(site.author)?.author.name) || site.title;
}
