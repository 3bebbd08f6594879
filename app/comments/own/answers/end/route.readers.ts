import type { NextRequest } from 'next/server';
import { isOneClick } from '@/lib/readers/one-click';
import { readText } from '@/lib/readers/read-form';
import { getReadersPart } from '@/lib/readers/readers-part';
import { endFollowing, stopThread } from '@/lib/readers/store-followers';
import { formatMessage } from '@/lib/site/strings/messages';
import { answersPath, getBasePath } from '@/lib/urls';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { respondWithKeptText } from '../../../../_shared/kept-text-response';

/** Whoever opens the link of a mail gets a page with a button: programs open it too. */
export function GET({ nextUrl }: NextRequest): Response {
  if (!getIndex().site.readers?.comments) return new Response(null, { status: 404 });
  const thread = nextUrl.searchParams.get('thread');
  return redirect({ end: nextUrl.searchParams.get('follower') ?? '', ...(thread && { thread }) });
}

/**
 * Ends the mails about a thread, or all, as programs for mail ask for it (RFC 8058): from no page of this site, without cookies, and for
 * whoever has the link. The button of the page sends the same. The answer is the same for a follower that there is not.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (!getIndex().site.readers?.comments) return new Response(null, { status: 404 });
  const text = await readText(request);
  if (typeof text === 'number') return new Response(null, { status: text });
  if (!isOneClick(text)) return new Response(null, { status: 400 });
  const { searchParams } = request.nextUrl;
  const [follower, thread] = [searchParams.get('follower') ?? '', searchParams.get('thread') ?? ''];
  try {
    const { store } = await getReadersPart();
    if (thread === '') await endFollowing(store, follower);
    else await stopThread(store, follower, thread);
  } catch (error) {
    console.error(`No mails were ended: ${error instanceof Error ? error.message : String(error)}`);
    return answer(503, 'readersAway');
  }
  if (/(^|&)from=page(&|$)/.test(text)) return redirect({ done: thread === '' ? 'ended' : 'thread' });
  return answer(200, thread === '' ? 'unsubscribed' : 'threadStopped');
}

function answer(status: number, message: 'readersAway' | 'unsubscribed' | 'threadStopped'): Response {
  const strings = getStrings();
  return respondWithKeptText({
    ...{ status, message: formatMessage(strings, message), language: strings.language },
    ...(status === 503 && { wait: 60_000 }),
  });
}

function redirect(query: Readonly<Record<string, string>>): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: `${getBasePath()}${answersPath}?${new URLSearchParams(query)}` },
  });
}
