import type { Post } from '../content/types';
import type { Site } from '../site/site';
import { type LeadView, toPartView } from './entry-view';
import { viewOrnament } from './ornament';
import { findVariants, viewCover } from './pictures';

/** The view of the post at the head of the home page. */
export async function viewLead(post: Post, site: Pick<Site, 'leadPicture' | 'ornaments'>): Promise<LeadView> {
  const view = { ...toPartView(post), minutes: post.minutes };
  if (site.leadPicture === 'none') return view;
  const picture = site.leadPicture === 'picture' ? await viewCover(post, { findVariants }) : undefined;
  // A video has no width here, and no place.
  if (picture?.width !== undefined) return { ...view, picture };
  return { ...view, ...viewOrnament(post.slug, site) };
}
