import type { NextRequest } from 'next/server';
import type { Post } from '@/lib/content/types';
import { toClientAddress } from '@/lib/readers/client-address';
import { getDaySalt } from '@/lib/readers/day-salt';
import { LIMITS } from '@/lib/readers/limits';
import { readForm } from '@/lib/readers/read-form';
import { getReadersPart } from '@/lib/readers/readers-part';
import { addThanks } from '@/lib/readers/store-thanks';
import type { MessageName } from '@/lib/site/strings/en';
import { formatMessage, formatNumber } from '@/lib/site/strings/messages';
import { decodeParam, getBasePath, postPath, THANKED } from '@/lib/urls';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { viewThanks } from '@/lib/views/thanks';
import { respondWithKeptText } from '../../../_shared/kept-text-response';

/** Thanks for a post. A form is sent back to the post; a script gets how many there are now. */
export async function POST(request: NextRequest, { params }: { params: Promise<{ slug: string }> }) {
  const index = getIndex();
  const post = index.postsBySlug.get(decodeParam((await params).slug));
  if (!post || !viewThanks(post, index)) return new Response(null, { status: 404 });
  const form = await readForm(request, index.site.url);
  if (!form.ok) return new Response(null, { status: form.status });
  try {
    const count = await countThis(request, post);
    if (count === undefined) return refuse(429, 'faultTooMany', LIMITS.window);
    if (request.headers.get('accept') === 'text/plain')
      return new Response(formatNumber(count, getStrings().language));
    const Location = `${getBasePath()}${postPath(post.slug)}#${THANKED}`;
    return new Response(null, { status: 303, headers: { Location } });
  } catch (error) {
    console.error(`Thanks were not counted: ${error instanceof Error ? error.message : String(error)}`);
    return refuse(503, 'readersAway', 60_000);
  }
}

/** How many there are now; undefined where too much comes from one address. */
async function countThis(request: NextRequest, { id }: Post): Promise<number | undefined> {
  const { store } = await getReadersPart();
  const address = toClientAddress(request.headers, await getDaySalt(store));
  const forms = await store.countAttempt(`form ${address}`, Date.now() - LIMITS.window);
  return forms > LIMITS.forms ? undefined : addThanks(store, { post: id, address });
}

function refuse(status: 429 | 503, message: MessageName, wait: number): Response {
  const strings = getStrings();
  const { language } = strings;
  return respondWithKeptText({ status, message: formatMessage(strings, message), language, wait });
}
