import { statSync } from 'node:fs';
import type { ContentIndex } from '../../content/content-index';
import type { Post } from '../../content/types';
import type { Media } from './media';
import { getCover, listDocumentMedia } from './media-list';

/** The image that stands for a post: its cover, else the first of its text. Its size is that of the file, in bytes. */
export async function getLeadImage(
  post: Post,
  index: ContentIndex,
): Promise<(Media & { readonly bytes: number }) | undefined> {
  const cover = await getCover(post);
  const image = cover ?? (await listDocumentMedia(post, index)).find(({ width }) => width !== undefined);
  return image && { ...image, bytes: statSync(image.file).size };
}
