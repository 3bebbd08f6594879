import { after, type NextRequest } from 'next/server';
import type { Post } from '@/lib/content/types';
import { announceAnswers } from '@/lib/readers/announce-answers';
import { findClientAddress, toClientAddress } from '@/lib/readers/client-address';
import type { Comment } from '@/lib/readers/comment';
import { type CommentDraft, keepCommentDraft } from '@/lib/readers/comment-draft';
import { getDaySalt } from '@/lib/readers/day-salt';
import { LIMITS } from '@/lib/readers/limits';
import { findModerator, SESSION_COOKIE } from '@/lib/readers/moderators';
import { notifyModerators } from '@/lib/readers/notify-moderators';
import { ALL_PROTECTIONS } from '@/lib/readers/protections';
import { readForm } from '@/lib/readers/read-form';
import { getReadersPart, type ReadersPart } from '@/lib/readers/readers-part';
import { renderKeptText } from '@/lib/readers/render-kept-text';
import { screenComment } from '@/lib/readers/screen-comment';
import { hashToken } from '@/lib/readers/signature';
import { editComment, findTextFault, type Submitted, submitComment } from '@/lib/readers/submit-comment';
import { canEdit, formatWriterCookie, toWriterToken, WRITER_COOKIE } from '@/lib/readers/writer-cookie';
import type { MessageName } from '@/lib/site/strings/en';
import { formatMessage } from '@/lib/site/strings/messages';
import { absoluteUrl, commentsPath, decodeParam, getBasePath, moderatePath, postPath } from '@/lib/urls';
import { isOpenForComments } from '@/lib/views/comments';
import { getIndex, getStrings } from '@/lib/views/current-index';

interface Sent {
  readonly post: Post;
  readonly fields: URLSearchParams;
  readonly request: NextRequest;
  /** What the browser of the writer keeps. */
  readonly token: string;
  /** Where it comes from, as limits know it. */
  readonly address: string;
}

/** What the form of a comment sends: a new one, a change, or what is only to be looked at. Redirects to the page that says what became of it. */
export async function POST(request: NextRequest, { params }: { params: Promise<{ slug: string }> }) {
  const { site, postsBySlug } = getIndex();
  const post = postsBySlug.get(decodeParam((await params).slug));
  if (!post || !site.readers?.comments) return new Response(null, { status: 404 });
  const form = await readForm(request, site.url);
  if (!form.ok) return new Response(null, { status: form.status });
  const { fields } = form;
  try {
    const part = await getReadersPart();
    const address = toClientAddress(request.headers, await getDaySalt(part.store));
    if (await isFlood(part, address))
      return giveBack(429, 'faultTooMany', text(fields, 'body'), LIMITS.window);
    const { secret } = part;
    const stamped = { stamp: text(fields, 'stamp'), post: post.id, secret };
    const token = toWriterToken(request.cookies.get(WRITER_COOKIE)?.value, stamped);
    return await answer(part, { post, fields, request, token, address });
  } catch (error) {
    console.error(`A comment could not be kept: ${error instanceof Error ? error.message : String(error)}`);
    return giveBack(503, 'commentsAway', text(fields, 'body'), 60_000);
  }
}

async function isFlood({ store }: ReadersPart, address: string): Promise<boolean> {
  const { limits } = getIndex().site.readers?.comments?.protections ?? ALL_PROTECTIONS;
  return limits && (await store.countAttempt(`form ${address}`, Date.now() - LIMITS.window)) > LIMITS.forms;
}

/** Says what is wrong on a page that needs no database, with the text on it. */
function giveBack(status: 429 | 503, message: MessageName, body: string, milliseconds: number): Response {
  const strings = getStrings();
  return new Response(renderKeptText(formatMessage(strings, message), body, strings.language), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': String(milliseconds / 1000) },
  });
}

async function answer(part: ReadersPart, sent: Sent): Promise<Response> {
  const { post, fields } = sent;
  const edited = text(fields, 'edited');
  if (text(fields, 'action') === 'preview') {
    const fault = findTextFault(text(fields, 'body'));
    return showAgain(part, sent, fault ? { fault } : { isPreview: true });
  }
  if (edited !== '') return change(part, sent, edited);
  if (!isOpenForComments(post, getIndex())) return redirect(sent, {});
  const { trustKnown = false, protections = ALL_PROTECTIONS } = getIndex().site.readers?.comments ?? {};
  const submitted = await submitComment(
    part,
    {
      ...{ name: text(fields, 'name'), mail: text(fields, 'mail') },
      ...{ body: text(fields, 'body'), parent: text(fields, 'parent') },
      ...{ stamp: text(fields, 'stamp'), website: text(fields, 'website') },
      ...{ challenge: text(fields, 'challenge'), solution: text(fields, 'solution') },
    },
    { post: post.id, trust: trustKnown, writer: await toWriter(part, sent), protections },
  );
  return settle(part, sent, submitted, !(submitted.ok && submitted.isRepeated));
}

async function change(part: ReadersPart, sent: Sent, id: string): Promise<Response> {
  const comment = await part.store.findComment(id);
  if (!comment || !(await canEdit(part.store, comment, sent.token))) return redirect(sent, {});
  if (text(sent.fields, 'action') === 'delete') {
    const isErased = await part.store.erase(id, { ifShown: true });
    return redirect(sent, isErased ? { sent: 'deleted' } : {});
  }
  const edited = await editComment(part, comment, text(sent.fields, 'body'));
  if (!edited) return redirect(sent, {});
  // Of one that still waits somebody knows already.
  return settle(part, sent, edited, comment.state === 'approved');
}

async function settle(part: ReadersPart, sent: Sent, submitted: Submitted, isNew = true): Promise<Response> {
  if (!submitted.ok) {
    const { fault, isChallenged = false } = submitted;
    return showAgain(part, sent, { fault, ...(isChallenged && { isChallenged }) });
  }
  const { comment, isDoubtful = false } = submitted;
  if (isNew && comment.state === 'held') after(receive(part, sent, { comment, isDoubtful }));
  if (isNew && comment.state === 'approved') after(announceAnswers(part, getIndex(), comment.id));
  return redirect(sent, { sent: comment.state, edit_link: comment.id }, 'sent');
}

interface Received {
  readonly comment: Comment;
  readonly isDoubtful: boolean;
}

/** What is spam mails nobody, nor what a program may have sent. */
function receive(
  part: ReadersPart,
  { post, request, fields }: Sent,
  { comment, isDoubtful }: Received,
): () => Promise<void> {
  const { site } = getIndex();
  const circumstances = {
    ...{
      site: site.url,
      page: absoluteUrl(site.url, postPath(post.slug)),
      language: post.lang ?? site.language,
    },
    ...{ address: findClientAddress(request.headers), userAgent: request.headers.get('user-agent') ?? '' },
    mail: text(fields, 'mail'),
  };
  return async () => {
    const isSpam = await screenComment(part.store, comment, circumstances);
    if (!isSpam && !isDoubtful) await notify(part, post, comment);
  };
}

/** A comment that was kept stays kept, whatever becomes of the mail. */
async function notify({ secret }: ReadersPart, post: Post, comment: Comment): Promise<void> {
  const { site } = getIndex();
  await notifyModerators(comment, {
    ...{ secret, title: post.title, moderators: site.readers?.moderators ?? [] },
    page: absoluteUrl(site.url, moderatePath),
  }).catch((error) =>
    console.error(`No mail was sent: ${error instanceof Error ? error.message : String(error)}`),
  );
}

async function showAgain(
  part: ReadersPart,
  sent: Sent,
  more: Pick<CommentDraft, 'fault' | 'isChallenged' | 'isPreview'>,
): Promise<Response> {
  const { post, fields } = sent;
  const edited = text(fields, 'edited');
  const draft = await keepCommentDraft(part.store, {
    ...{
      post: post.id,
      name: text(fields, 'name').slice(0, 200),
      mail: text(fields, 'mail').slice(0, LIMITS.mail),
      body: text(fields, 'body'),
      parent: text(fields, 'parent'),
    },
    ...(edited !== '' && { edited }),
    ...more,
  });
  return redirect(sent, { draft });
}

async function toWriter(part: ReadersPart, { request, token, address }: Sent) {
  const { site, authors } = getIndex();
  const session = request.cookies.get(SESSION_COOKIE)?.value;
  const moderator = await findModerator(part, session, site.readers?.moderators ?? []);
  const author = (site.author && authors.get(site.author)?.author.name) || site.title;
  return {
    ...{ address, key: hashToken(token) },
    ...(moderator !== undefined && { author }),
  };
}

function redirect(
  { post, request, token }: Sent,
  query: Readonly<Record<string, string>>,
  place = 'write',
): Response {
  const base = getBasePath();
  const search = new URLSearchParams(query).toString();
  const isSecure =
    request.nextUrl.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https';
  return new Response(null, {
    status: 303,
    headers: {
      Location: `${base}${commentsPath(post.slug)}${search && `?${search}`}#${place}`,
      'Set-Cookie': formatWriterCookie(token, { path: `${base}/comments`, isSecure }),
    },
  });
}

function text(fields: URLSearchParams, name: string): string {
  return fields.get(name) ?? '';
}
