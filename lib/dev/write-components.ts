import { getContentFolder, getFiles } from '../content/content-files';
import { writePostComponents } from '../next/post-components';
import { forgetUnusable, isUsable } from './usable-components';

/** `writePostComponents` for everything that an author sees, as it lies on the disk now, after a change of files (relative paths). */
export function writeComponents(changed: ReadonlySet<string> = new Set()): string {
  if ([...changed].some((file) => !TEXT.test(file))) forgetUnusable();
  const { posts, pages, parts } = getFiles();
  const documents = [...posts, ...pages, ...parts].map(({ format, folder, source, shared }) => ({
    format,
    folder,
    body: source,
    ...(shared && { shared }),
  }));
  return writePostComponents(getContentFolder(), documents, [], isUsable);
}

/** What no component is made of. */
const TEXT = /\.(?:mdx?|markdown|ya?ml)$/;
