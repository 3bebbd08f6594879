import type { NextRequest } from 'next/server';
import { COMMENT_STATES } from '@/lib/readers/comment';
import { LIMITS } from '@/lib/readers/limits';
import {
  beginSession,
  endSession,
  findModerator,
  isDecisionKey,
  mailLink,
  SESSION_COOKIE,
} from '@/lib/readers/moderators';
import { readForm } from '@/lib/readers/read-form';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { absoluteUrl, getBasePath, moderatePath } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';

/** What moderators decide, and how they sign in and out. */
export async function POST(request: NextRequest): Promise<Response> {
  const { site } = getIndex();
  const { readers } = site;
  if (!readers) return new Response(null, { status: 404 });
  const form = await readForm(request, site.url);
  if (!form.ok) return new Response(null, { status: form.status });
  const part = await getReadersPart();
  const read = (name: string) => form.fields.get(name) ?? '';
  const session = request.cookies.get(SESSION_COOKIE)?.value;
  const action = read('action');
  if (action === 'mail-link') {
    const toUrl = (token: string) => `${absoluteUrl(site.url, moderatePath)}?token=${token}`;
    await mailLink(part, { mail: read('mail'), moderators: readers.moderators, toUrl });
    return redirect('?sent');
  }
  if (action === 'enter') return enter(part, read('token'));
  if (action === 'sign-out') {
    if (session) await endSession(part, session);
    return redirect('', formatCookie('', 0));
  }
  const comment = read('comment');
  const isSignedIn = (await findModerator(part, session, readers.moderators)) !== undefined;
  const hasKey = isDecisionKey(read('key'), part.secret, comment);
  if (!isSignedIn && !hasKey) return new Response(null, { status: 403 });
  const before = (await part.store.findComment(comment))?.state ?? 'held';
  await decide(part, comment, { action, reason: read('reason'), mayDelete: isSignedIn });
  return redirect(isSignedIn ? `?state=${before}` : `?comment=${comment}&key=${read('key')}`);
}

async function decide(
  { store }: ReadersPart,
  comment: string,
  { action, reason, mayDelete }: { action: string; reason: string; mayDelete: boolean },
): Promise<void> {
  if (action === 'undo') await store.undo(comment);
  const state = COMMENT_STATES.find((one) => one === action);
  if (!state || (state === 'deleted' && !mayDelete)) return;
  await store.decide(comment, state, state === 'refused' ? reason.slice(0, 500) || undefined : undefined);
}

async function enter(part: ReadersPart, token: string): Promise<Response> {
  const session = await beginSession(part, token);
  return session === undefined ? redirect('') : redirect('', formatCookie(session, LIMITS.session / 1000));
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
