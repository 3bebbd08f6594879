import type { ContentIndex } from '../content/content-index';
import { getEditDistance } from '../content/edit-distance';
import { toPost } from '../content/post';
import type { Problem } from '../content/problems';
import type { ContentFiles } from '../content/read';
import { parseTags, tagKey } from '../content/tags';
import type { Tag } from '../content/types';

/** Tags that are probably two spellings of one: reported where a post uses the rarer of the two. */
export function checkTags(index: ContentIndex): Problem[] {
  const { files } = index;
  const declared = new Set([...parseTags(files.tags).entries.values()].map(({ slug }) => slug));
  const tags = [...index.tags.values()].map(({ tag }) => tag);
  const near = tags.flatMap((tag, position) =>
    tags
      .slice(position + 1)
      .filter((other) => isNear(tag, other) && !(declared.has(tag.slug) && declared.has(other.slug)))
      .map((other) => order(tag, other, declared)),
  );
  return near.flatMap(([rarer, other]) => reportUse(rarer, other, files));
}

/** Equal but for hyphens, a plural or one letter; `ES2015` and `ES2016`, `Vue` and `Vuex`, `C#` and `F#` are not. */
function isNear(a: Tag, b: Tag): boolean {
  const [plainA, plainB] = [a, b].map(({ slug }) => slug.replace(/[-_.]/g, ''));
  if (plainA === undefined || plainB === undefined || Math.abs(plainA.length - plainB.length) > 1)
    return false;
  if (plainA === plainB) return true;
  if (plainA === `${plainB}s` || plainB === `${plainA}s`) return true;
  const isLong = [plainA, plainB, a.label, b.label].every(({ length }) => length >= 6);
  const isCounted = plainA.replace(/\d/g, '') === plainB.replace(/\d/g, '');
  return isLong && !isCounted && getEditDistance(plainA, plainB, 1) === 1;
}

function order(a: Tag, b: Tag, declared: ReadonlySet<string>): [rarer: Tag, other: Tag] {
  if (declared.has(a.slug) !== declared.has(b.slug)) return declared.has(a.slug) ? [b, a] : [a, b];
  return a.count < b.count ? [a, b] : [b, a];
}

function reportUse(rarer: Tag, other: Tag, files: ContentFiles): Problem[] {
  for (const file of files.posts) {
    const post = toPost(file);
    const at = (post.values.tags ?? []).findIndex((name) => tagKey(name) === tagKey(rarer.label));
    if (at === -1) continue;
    const posts = other.count === 1 ? '1 post' : `${other.count} posts`;
    const message = `The tag "${rarer.label}" is nearly the tag "${other.label}" of ${posts}.`;
    const remedy = 'Spell them alike, or declare both in tags.yml if they are two.';
    return [post.reportAt(['tags', at], 'warning', message, remedy)];
  }
  return [];
}
