import { getContentFolder, getFiles } from '../content/content-files';
import { writePostComponents } from '../next/post-components';
import { isUsable } from './usable-components';

/** `writePostComponents` for everything that an author sees, as it lies on the disk now. */
export function writeComponents(): string {
  const { posts, pages, parts } = getFiles();
  const documents = [...posts, ...pages, ...parts].map(({ format, folder, source, shared }) => ({
    format,
    folder,
    body: source,
    ...(shared && { shared }),
  }));
  return writePostComponents(getContentFolder(), documents, [], isUsable);
}
