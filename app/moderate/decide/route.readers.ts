import { after, type NextRequest } from 'next/server';
import { announceAnswers } from '@/lib/readers/announce-answers';
import { toClientAddress } from '@/lib/readers/client-address';
import { getDaySalt } from '@/lib/readers/day-salt';
import { decide } from '@/lib/readers/decide';
import { LIMITS } from '@/lib/readers/limits';
import {
  beginSession,
  endSession,
  findModerator,
  isDecisionKey,
  isPermittedByKey,
  mailLink,
  SESSION_COOKIE,
} from '@/lib/readers/moderators';
import { readForm } from '@/lib/readers/read-form';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { banWriter, liftBan } from '@/lib/readers/store-bans';
import { absoluteUrl, getBasePath, moderatePath } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';
import { respondWithKeptText } from '../../_shared/kept-text-response';

/** What moderators decide, and how they sign in and out. */
export async function POST(request: NextRequest): Promise<Response> {
  const { site } = getIndex();
  const { readers } = site;
  if (!readers) return new Response(null, { status: 404 });
  const form = await readForm(request, site.url);
  if (!form.ok) return new Response(null, { status: form.status });
  try {
    return await answer(await getReadersPart(), {
      request,
      fields: form.fields,
      moderators: readers.moderators,
    });
  } catch (error) {
    console.error(`Nothing was decided: ${describe(error)}`);
    const message = 'The database is away at the moment. Try again later.';
    return giveBack(503, message, form.fields.get('reason') ?? form.fields.get('mail') ?? '');
  }
}

/** Says why nothing was decided, with the reason that was typed. */
function giveBack(status: 403 | 503, message: string, reason: string): Response {
  return respondWithKeptText({
    ...{ status, message, language: 'en', text: reason || undefined },
    ...(status === 503 && { wait: 60_000 }),
  });
}

interface Sent {
  readonly request: NextRequest;
  readonly fields: URLSearchParams;
  readonly moderators: readonly string[];
}

async function answer(part: ReadersPart, { request, fields, moderators }: Sent): Promise<Response> {
  const read = (name: string) => fields.get(name) ?? '';
  const session = request.cookies.get(SESSION_COOKIE)?.value;
  const action = read('action');
  if (action === 'mail-link') {
    after(() => sendLink(part, request, { mail: read('mail'), moderators }));
    return redirect('?sent');
  }
  if (action === 'enter') return enter(part, read('token'));
  if (action === 'sign-out') {
    if (session) await endSession(part, session);
    return redirect('', formatCookie('', 0));
  }
  const comment = read('comment');
  const isSignedIn = (await findModerator(part, session, moderators)) !== undefined;
  const hasKey = isDecisionKey(read('key'), part.secret, comment);
  if (!isSignedIn && !hasKey)
    return giveBack(403, 'You are not signed in any more, so that nothing was decided.', read('reason'));
  const before = (await part.store.findComment(comment))?.state ?? 'held';
  if (isSignedIn || (await isPermittedByKey(part, comment, action)))
    await decide(part.store, comment, action, read('reason'));
  if (isSignedIn && action === 'ban') await banWriter(part.store, comment);
  if (isSignedIn && action === 'lift') await liftBan(part.store, comment);
  after(() => announceAnswers(part, getIndex(), comment));
  if (!isSignedIn) return redirect(`?comment=${comment}&key=${read('key')}`);
  // Back to the list that it was decided in, and to what it says of the decision.
  const list = { state: read('state') || before, q: read('q'), from: read('from') };
  const query = Object.entries({ ...list, done: comment })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [name, value.slice(0, 200)]);
  return redirect(`?${new URLSearchParams(query)}#done`);
}

/** After the answer, which says nothing of whether there is such a moderator. */
async function sendLink(
  part: ReadersPart,
  request: NextRequest,
  { mail, moderators }: { readonly mail: string; readonly moderators: readonly string[] },
): Promise<void> {
  const page = absoluteUrl(getIndex().site.url, moderatePath);
  try {
    const requester = toClientAddress(request.headers, await getDaySalt(part.store));
    await mailLink(part, { mail, moderators, requester, toUrl: (token) => `${page}?token=${token}` });
  } catch (error) {
    console.error(`No link was mailed: ${describe(error)}`);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function enter(part: ReadersPart, token: string): Promise<Response> {
  const session = await beginSession(part, token);
  return session === undefined
    ? redirect('?invalid')
    : redirect('', formatCookie(session, LIMITS.session / 1000));
}

function formatCookie(session: string, seconds: number): string {
  return `${SESSION_COOKIE}=${session}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`;
}

function redirect(search: string, cookie?: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      Location: `${getBasePath()}${moderatePath}${search}`,
      ...(cookie !== undefined && { 'Set-Cookie': cookie }),
    },
  });
}
