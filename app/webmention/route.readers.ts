import { after, type NextRequest } from 'next/server';
import { toClientAddress } from '@/lib/readers/client-address';
import { getDaySalt } from '@/lib/readers/day-salt';
import { fetchQueued } from '@/lib/readers/mentions/fetch-queued';
import { notifyOfMention } from '@/lib/readers/mentions/notify-of-mention';
import { type Answer, receiveMention } from '@/lib/readers/mentions/receive-mention';
import { readFields } from '@/lib/readers/read-form';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { getIndex } from '@/lib/views/current-index';
import { findMentionedPost } from '@/lib/views/mentions';

/** Where other sites report that a page of theirs links to a post (Webmention, 3.2). The page is fetched when the answer has been sent. */
export async function POST(request: NextRequest): Promise<Response> {
  const index = getIndex();
  if (!index.site.readers?.mentions) return new Response(null, { status: 404 });
  const form = await readFields(request);
  if (!form.ok) return new Response(null, { status: form.status });
  try {
    const part = await getReadersPart();
    const answer = await receiveMention(
      part,
      {
        source: form.fields.get('source') ?? '',
        target: form.fields.get('target') ?? '',
        address: toClientAddress(request.headers, await getDaySalt(part.store)),
      },
      { siteUrl: index.site.url, findPost: (target) => findMentionedPost(target, index)?.id },
    );
    if (answer.status === 202) after(() => fetchPages(part));
    return respond(answer);
  } catch (error) {
    console.error(`A mention was not taken: ${describe(error)}`);
    return respond({ status: 503, text: 'This cannot be reached at the moment. Try again later.' });
  }
}

/** What is not done here stays in the queue, for the next one or for `npm run mentions -- receive`. */
async function fetchPages(part: ReadersPart): Promise<void> {
  const index = getIndex();
  try {
    await fetchQueued(part, {
      siteUrl: index.site.url,
      notify: (comment) => notifyOfMention(comment, part, index),
    });
  } catch (error) {
    console.error(`The pages of mentions were not fetched: ${describe(error)}`);
  }
}

function respond({ status, text }: Answer): Response {
  return new Response(`${text}\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      ...((status === 429 || status === 503) && { 'Retry-After': '600' }),
    },
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
