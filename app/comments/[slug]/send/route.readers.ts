import type { NextRequest } from 'next/server';
import { toClientAddress } from '@/lib/readers/client-address';
import { getDaySalt } from '@/lib/readers/day-salt';
import { LIMITS } from '@/lib/readers/limits';
import { ALL_PROTECTIONS } from '@/lib/readers/protections';
import { readForm } from '@/lib/readers/read-form';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { toWriterToken, WRITER_COOKIE } from '@/lib/readers/writer-cookie';
import { decodeParam } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';
import { answerWriter } from './answer-writer';
import { giveBack } from './give-back';
import { textOf } from './sent';

/** What the form of a comment sends: a new one, a change, or what is only to be looked at. Redirects to the page that says what became of it. */
export async function POST(request: NextRequest, { params }: { params: Promise<{ slug: string }> }) {
  const { site, postsBySlug } = getIndex();
  const post = postsBySlug.get(decodeParam((await params).slug));
  if (!post || !site.readers?.comments) return new Response(null, { status: 404 });
  const form = await readForm(request, site.url);
  if (!form.ok) return new Response(null, { status: form.status });
  const { fields } = form;
  const body = textOf(fields, 'body');
  try {
    const part = await getReadersPart();
    const address = toClientAddress(request.headers, await getDaySalt(part.store));
    if (await isFlood(part, address))
      return giveBack({ status: 429, message: 'faultTooMany', body, wait: LIMITS.window });
    const stamped = { stamp: textOf(fields, 'stamp'), post: post.id, secret: part.secret };
    const token = toWriterToken(request.cookies.get(WRITER_COOKIE)?.value, stamped);
    return await answerWriter(part, { post, fields, request, token, address });
  } catch (error) {
    console.error(`A comment could not be kept: ${error instanceof Error ? error.message : String(error)}`);
    return giveBack({ status: 503, message: 'commentsAway', body, wait: 60_000 });
  }
}

async function isFlood({ store }: ReadersPart, address: string): Promise<boolean> {
  const { limits } = getIndex().site.readers?.comments?.protections ?? ALL_PROTECTIONS;
  return limits && (await store.countAttempt(`form ${address}`, Date.now() - LIMITS.window)) > LIMITS.forms;
}
