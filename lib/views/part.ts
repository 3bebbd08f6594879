import type { ContentIndex } from '../content/content-index';
import type { PartName } from '../content/parts';
import { getBodyKey } from '../markdown/render/body-key';

/** The key of what a blog writes in the place of a part of a page; undefined where it has none. */
export async function viewPart(index: ContentIndex, name: PartName): Promise<string | undefined> {
  const part = index.parts.get(name);
  return part && getBodyKey(part, index);
}
