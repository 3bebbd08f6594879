import type { ContentIndex } from '../content/content-index';
import { loadContent } from '../content/posts';
import { getShareSecret } from '../share/token';

/** The documents of an index whose components a build compiles, and the posts that a link may show before readers know them. */
export function listImporting({ postsBySlug, pages, parts }: ContentIndex) {
  return {
    documents: [...postsBySlug.values(), ...pages.values(), ...parts.values()],
    drafts: getShareSecret() === undefined ? [] : [...loadContent('author').postsBySlug.values()],
  };
}
