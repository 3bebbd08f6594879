import type { BrokenDocument, ContentIndex } from '../content/content-index';
import type { Document } from '../content/types';

const POST = /^\/posts\/([^/]+)$/;

/** The post or page at a decoded path. */
export function findDocument(path: string, index: ContentIndex): Document | undefined {
  const slug = POST.exec(path)?.[1];
  return slug === undefined ? index.pages.get(path.slice(1)) : index.postsBySlug.get(slug);
}

/** The one that would be there if it had no errors. */
export function findBroken(path: string, index: ContentIndex): BrokenDocument | undefined {
  const slug = POST.exec(path)?.[1];
  const [kind, name] = slug === undefined ? (['page', path.slice(1)] as const) : (['post', slug] as const);
  return index.broken.find((document) => document.kind === kind && document.slug === name);
}
