import { createHash } from 'node:crypto';
import type { Post } from '../content/types';
import type { Site } from '../site/site';

/**
 * The id of a post in every feed, for good: neither title, slug nor the site's address have a part in it. An `id` of
 * the front matter that is an address or another URI is taken as it is, so that a post keeps the id it had elsewhere.
 */
export function toEntryId(site: Pick<Site, 'id' | 'title'>, { id }: Pick<Post, 'id'>): string {
  return /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(id) ? id : toUrn(site, 'post', id);
}

/** The id of a feed: of the whole site, or of a list of it such as `tags/python`. */
export function toFeedId(site: Pick<Site, 'id' | 'title'>, list: string): string {
  return toUrn(site, 'feed', list);
}

/** A UUID made from names (version 8 of RFC 9562: the bits are our own), as a URN. */
function toUrn({ id, title }: Pick<Site, 'id' | 'title'>, ...names: string[]): string {
  const hash = createHash('sha256')
    .update(['colophon', id ?? title, ...names].join('\0'))
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}
