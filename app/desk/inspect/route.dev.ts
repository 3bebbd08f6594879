import { getContent } from '@/lib/content/posts';
import { inspectPath, listSettingsErrors, type PageFacts } from '@/lib/dev/inspect';
import { matchPage } from '@/lib/dev/live-routes';
import { countChanges } from '@/lib/dev/watch-content';
import { decodeParam } from '@/lib/urls';
import { findPage } from '../../_shared/find-page';

export const dynamic = 'force-dynamic';

/** What the author's bar shows of the page at `?path=`, of which there is nothing where no content file makes it. */
export async function GET(request: Request) {
  const path = new URL(request.url).searchParams.get('path') ?? '/';
  const changes = countChanges();
  const index = getContent();
  const found = await inspectPath(decodeParam(path), index);
  const card = await findCard(path);
  const inspection = found && { ...found, ...(card !== undefined && { card }) };
  const facts: PageFacts = {
    changes,
    settings: listSettingsErrors(index),
    ...(inspection && { inspection }),
  };
  return Response.json(facts);
}

/** The card that the page itself names in its metadata. */
async function findCard(path: string): Promise<string | undefined> {
  const metadata = await findPage(matchPage(path))?.getMetadata();
  const [image] = [metadata?.openGraph?.images ?? []].flat();
  const url = typeof image === 'object' && 'url' in image ? image.url : image;
  return url === undefined ? undefined : new URL(url, 'http://localhost').pathname;
}
