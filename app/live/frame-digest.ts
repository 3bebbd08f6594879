import { createHash } from 'node:crypto';
import { getContent } from '@/lib/content/posts';
import { flatten } from '@/lib/dev/flatten';
import { matchPage } from '@/lib/dev/live-routes';
import { getIndex } from '@/lib/views/current-index';
import { viewFrame } from '@/lib/views/frame';
import { findPage } from '../_shared/find-page';
import { renderPart } from '../_shared/render-part';
import { getSiteStyle } from '../_shared/site-style';

/**
 * A digest of what only the framework brings to a page: its head, and what stands around its main part. Where it is the same as
 * that of the page at hand, exchanging the main part was enough.
 */
export async function getFrameDigest(path: string, section = getIndex()): Promise<string> {
  const [footer, metadata] = await Promise.all([
    renderPart('footer', section).then(flatten),
    findPage(matchPage(path))?.getMetadata(),
  ]);
  const facts = [viewFrame(section), getContent().site, getSiteStyle(), footer.tree, metadata];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
}
