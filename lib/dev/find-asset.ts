import path from 'node:path';
import { getFiles } from '../content/posts';
import { findMedia, getMedia, type Media } from '../markdown/media/media';
import { mediaPath } from '../urls';

/**
 * A file beside a document by the hash of its bytes and its name. Only files of that name are looked at, so that no
 * image waits for the texts of all posts to be read. Undefined where there is none.
 */
export async function findAsset(hash: string, name: string): Promise<Media | undefined> {
  const known = findMedia(mediaPath(hash, name));
  if (known) return known;
  const { posts, pages, parts } = getFiles();
  const isNamed = (asset: string) => path.posix.basename(asset).normalize('NFC') === name;
  const files = [...posts, ...pages, ...parts].flatMap(({ folder, assets }) =>
    assets.filter(isNamed).map((asset) => path.join(folder, asset)),
  );
  for (const file of new Set(files)) {
    const media = await getMedia(file);
    if (media.hash === hash) return media;
  }
  return undefined;
}
