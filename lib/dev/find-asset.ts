import { existsSync } from 'node:fs';
import path from 'node:path';
import { getFiles } from '../content/posts';
import { findMedia, getMedia, type Media } from '../markdown/media/media';
import { mediaPath } from '../urls';

/**
 * A file beside a document, or a font of the blog, by the hash of its bytes and its name. Only files of that name are looked at, so that no
 * image waits for the texts of all posts to be read. Undefined where there is none.
 */
export async function findAsset(hash: string, name: string): Promise<Media | undefined> {
  const known = findMedia(mediaPath(hash, name));
  if (known) return known;
  const { posts, pages, parts, root } = getFiles();
  const isNamed = (asset: string) => path.posix.basename(asset).normalize('NFC') === name;
  const files = [...posts, ...pages, ...parts].flatMap(({ folder, assets }) =>
    assets.filter(isNamed).map((asset) => path.join(folder, asset)),
  );
  const font = path.join(root, 'fonts', name);
  for (const file of new Set(existsSync(font) ? [...files, font] : files)) {
    const media = await getMedia(file);
    if (media.hash === hash) return media;
  }
  return undefined;
}
