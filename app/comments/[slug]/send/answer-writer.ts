import { after } from 'next/server';
import { announceAnswers } from '@/lib/readers/announce-answers';
import { type CommentDraft, keepCommentDraft } from '@/lib/readers/comment-draft';
import { LIMITS } from '@/lib/readers/limits';
import { SESSION_COOKIE } from '@/lib/readers/moderators';
import { ALL_PROTECTIONS } from '@/lib/readers/protections';
import type { ReadersPart } from '@/lib/readers/readers-part';
import { hashToken } from '@/lib/readers/signature';
import { editComment, findTextFault, type Submitted, submitComment } from '@/lib/readers/submit-comment';
import { canEdit } from '@/lib/readers/writer-cookie';
import { findCommentAuthor } from '@/lib/views/comment-author';
import { isOpenForComments } from '@/lib/views/comments';
import { getIndex } from '@/lib/views/current-index';
import { giveBack } from './give-back';
import { receiveComment } from './receive-comment';
import { redirectWriter } from './redirect-writer';
import { type Sent, textOf } from './sent';

/** Does what was asked for: looks at a text, changes a comment, or adds one. */
export async function answerWriter(part: ReadersPart, sent: Sent): Promise<Response> {
  const text = (name: string) => textOf(sent.fields, name);
  const isOpen = isOpenForComments(sent.post, getIndex());
  const isPreview = text('action') === 'preview';
  if (text('edited') !== '' && !isPreview) return change(part, sent, text('edited'), isOpen);
  if (!isOpen) return giveBack({ status: 403, message: 'commentsClosed', body: text('body') });
  if (isPreview) {
    const fault = findTextFault(text('body'));
    return showAgain(part, sent, fault ? { fault } : { isPreview: true });
  }
  const submitted = await submit(part, sent);
  return settle(part, sent, submitted, !(submitted.ok && submitted.isRepeated));
}

async function submit(part: ReadersPart, { post, fields, request, token, address }: Sent) {
  const { trustKnown = false, protections = ALL_PROTECTIONS } = getIndex().site.readers?.comments ?? {};
  const text = (name: string) => textOf(fields, name);
  const author = await findCommentAuthor(part, getIndex(), request.cookies.get(SESSION_COOKIE)?.value);
  const writer = { address, key: hashToken(token), ...(author !== undefined && { author }) };
  return submitComment(
    part,
    {
      ...{ name: text('name'), mail: text('mail'), body: text('body'), parent: text('parent') },
      ...{ stamp: text('stamp'), website: text('website') },
      ...{ challenge: text('challenge'), solution: text('solution') },
    },
    { post: post.id, trust: trustKnown, writer, protections },
  );
}

async function change(part: ReadersPart, sent: Sent, id: string, isOpen: boolean): Promise<Response> {
  const body = textOf(sent.fields, 'body');
  const isDeletion = textOf(sent.fields, 'action') === 'delete';
  // Time is up, or a moderator decided against it meanwhile: the text can be sent as a new comment.
  const refuse = () =>
    isOpen
      ? showAgain(part, sent, { fault: 'noChange', ...(isDeletion && { body: '' }) })
      : giveBack({ status: 403, message: 'faultNoChange', body });
  const comment = await part.store.findComment(id);
  if (!comment || !(await canEdit(part.store, comment, sent.token))) return refuse();
  if (isDeletion) {
    const isErased = await part.store.erase(id, { ifShown: true });
    return isErased ? redirectWriter(sent, { sent: 'deleted' }) : refuse();
  }
  const edited = await editComment(part, comment, body);
  if (!edited) return refuse();
  // Of one that still waits somebody knows already.
  return settle(part, sent, edited, comment.state === 'approved');
}

async function settle(part: ReadersPart, sent: Sent, submitted: Submitted, isNew = true): Promise<Response> {
  if (!submitted.ok) {
    const { fault, isChallenged = false } = submitted;
    return showAgain(part, sent, { fault, ...(isChallenged && { isChallenged }) });
  }
  const { comment, isDoubtful = false } = submitted;
  if (isNew && comment.state === 'held') after(receiveComment(part, sent, { comment, isDoubtful }));
  if (isNew && comment.state === 'approved') after(announceAnswers(part, getIndex(), comment.id));
  return redirectWriter(sent, { sent: comment.state, edit_link: comment.id }, 'sent');
}

/** The form once more, with what was typed. */
async function showAgain(
  part: ReadersPart,
  sent: Sent,
  more: Partial<Pick<CommentDraft, 'body' | 'fault' | 'isChallenged' | 'isPreview'>>,
): Promise<Response> {
  const text = (name: string) => textOf(sent.fields, name);
  const draft = await keepCommentDraft(part.store, {
    ...{ post: sent.post.id, name: text('name').slice(0, 200), mail: text('mail').slice(0, LIMITS.mail) },
    ...{ body: text('body'), parent: text('parent') },
    ...(text('edited') !== '' && { edited: text('edited') }),
    ...more,
  });
  return redirectWriter(sent, { draft });
}
