import type { NextRequest } from 'next/server';
import { isOneClick } from '@/lib/readers/one-click';
import { readText } from '@/lib/readers/read-form';
import { getReadersPart } from '@/lib/readers/readers-part';
import { endSubscription } from '@/lib/readers/store-subscribers';
import { formatMessage } from '@/lib/site/strings/messages';
import { byMailPath, getBasePath } from '@/lib/urls';
import { getIndex, getShownSection } from '@/lib/views/current-index';
import { respondWithKeptText } from '../../_shared/kept-text-response';

/** Whoever opens the link of a mail gets a page with a button: programs open it too. */
export function GET(request: NextRequest): Response {
  if (!getIndex().site.readers?.subscriptions) return new Response(null, { status: 404 });
  return redirect(request, 'end', request.nextUrl.searchParams.get('subscriber') ?? '');
}

/**
 * Ends a subscription, as programs for mail ask for it (RFC 8058): from no page of this site, without cookies, and for whoever has the
 * link. The button of the page sends the same. The answer is the same for a subscriber that there is not.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (!getIndex().site.readers?.subscriptions) return new Response(null, { status: 404 });
  const text = await readText(request);
  if (typeof text === 'number') return new Response(null, { status: text });
  if (!isOneClick(text)) return new Response(null, { status: 400 });
  try {
    const { store } = await getReadersPart();
    await endSubscription(store, request.nextUrl.searchParams.get('subscriber') ?? '');
  } catch (error) {
    console.error(`No subscription was ended: ${error instanceof Error ? error.message : String(error)}`);
    return answer(request, 503, 'readersAway');
  }
  return /(^|&)from=page(&|$)/.test(text)
    ? redirect(request, 'done', 'ended')
    : answer(request, 200, 'unsubscribed');
}

function answer(request: NextRequest, status: number, message: 'readersAway' | 'unsubscribed'): Response {
  const { strings } = findSection(request);
  return respondWithKeptText({
    ...{ status, message: formatMessage(strings, message), language: strings.language },
    ...(status === 503 && { wait: 60_000 }),
  });
}

function redirect(request: NextRequest, name: 'end' | 'done', value: string): Response {
  const section = request.nextUrl.searchParams.get('section');
  const search = new URLSearchParams({ ...(section && { section }), [name]: value });
  return new Response(null, {
    status: 303,
    headers: { Location: `${getBasePath()}${byMailPath}?${search}` },
  });
}

function findSection({ nextUrl }: NextRequest) {
  return getShownSection(nextUrl.searchParams.get('section') || undefined) ?? getIndex();
}
