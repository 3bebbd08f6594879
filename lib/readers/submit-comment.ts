import { checkWork, type Work } from './challenge';
import type { Comment } from './comment';
import { toFollowerId } from './follower';
import { isIntricate } from './is-intricate';
import { LIMITS } from './limits';
import { toMailAddress } from './mail-address';
import { ALL_PROTECTIONS, type Protections } from './protections';
import type { ReadersPart } from './readers-part';
import { countLinks, renderComment } from './render-comment';
import { makeToken, sign } from './signature';
import { findStampFault, isStamp } from './stamp';
import type { Store } from './store';
import { isBanned } from './store-bans';
import { addFollower } from './store-followers';

/** What the form of a comment sends. */
export interface CommentForm {
  readonly name: string;
  /** A mail address, or nothing. */
  readonly mail?: string;
  readonly body: string;
  /** Id of the comment that is answered, or nothing. */
  readonly parent: string;
  /** When the form was shown, signed. */
  readonly stamp: string;
  /** A field that no reader sees. */
  readonly website: string;
  /** What the form was shown with where one before it seemed to come from a program, and what the browser found. */
  readonly challenge?: string;
  readonly solution?: string;
}

export interface Writer {
  /** The address it comes from, in a form that is of no use tomorrow. */
  readonly address: string;
  /** What their browser keeps, hashed. */
  readonly key: string;
  /** Of a signed-in moderator. */
  readonly author?: string;
}

/** What keeps a comment from being sent; each has a string of the interface. */
export type CommentFault =
  | 'noName'
  | 'noText'
  | 'noMail'
  | 'tooLong'
  | 'tooFast'
  | 'tooOld'
  | 'tooMany'
  | 'noParent'
  | 'noChange'
  | 'tooNested'
  | 'manyLinks'
  | 'banned'
  | 'trap';

export type Submitted =
  | {
      readonly ok: true;
      readonly comment: Comment;
      readonly isRepeated?: boolean;
      /** It seemed to come from a program, and nothing proved the opposite. */
      readonly isDoubtful?: boolean;
    }
  | {
      readonly ok: false;
      readonly fault: CommentFault;
      /** It is accepted where the browser proves work. */
      readonly isChallenged?: boolean;
    };

interface Circumstances {
  readonly post: string;
  /** Whether a writer who is known need not wait. */
  readonly trust: boolean;
  readonly writer: Writer;
  readonly protections?: Protections;
}

/**
 * Adds a comment to a post. What is approved at once: that of a moderator, and of a writer who is known, where `trust` says so; else
 * it is held. A form that is sent twice is one comment. Says why where it is not accepted: what may come from a program is sent again
 * with a proof of work, or waits without one. Rejects where the database is away.
 */
export async function submitComment(
  { store, secret }: ReadersPart,
  form: CommentForm,
  { post, trust, writer, protections = ALL_PROTECTIONS }: Circumstances,
): Promise<Submitted> {
  const isByAuthor = writer.author !== undefined;
  const name = (writer.author ?? form.name).replace(/\s+/g, ' ').trim();
  const body = toBody(form.body);
  const mail = form.mail?.trim() ?? '';
  const stampFault = protections.time ? findStampFault(form.stamp, post, secret) : undefined;
  const fault = findFault({ name, body, mail }) ?? (stampFault === 'tooOld' ? stampFault : undefined);
  if (fault) return { ok: false, fault };
  const work = protections.work ? await checkWork(form, secret) : undefined;
  const suspicion = protections.trap && form.website !== '' ? 'trap' : stampFault;
  if (suspicion && !isCleared(work)) return refuse(suspicion, work);
  if (protections.limits && (await isFlood(store, writer)) && work !== 'done') return refuse('tooMany', work);
  if (!isByAuthor && (await isBanned(store, writer.key, mail))) return { ok: false, fault: 'banned' };
  const parent = form.parent === '' ? undefined : await store.findComment(form.parent);
  if (form.parent !== '' && (parent?.post !== post || parent.state !== 'approved'))
    return { ok: false, fault: 'noParent' };
  const html = await renderComment(body);
  const hasManyLinks = !isByAuthor && countLinks(html) > protections.links;
  const isKnown = isByAuthor || ((trust || hasManyLinks) && (await store.isKnown(writer.key)));
  const isSuspicious = suspicion !== undefined || (hasManyLinks && !isKnown);
  if (isSuspicious && work === 'none') return refuse('manyLinks', work);
  const isDoubtful = isSuspicious && work === 'undone';
  const isTrusted = isByAuthor || (trust && isKnown && !hasManyLinks && !isDoubtful);
  const token = isStamp(form.stamp, post, secret) ? sign(secret, 'comment', form.stamp) : makeToken();
  const comment: Comment = {
    ...{ id: token.slice(0, 12), post, name, body, html, state: isTrusted ? 'approved' : 'held' },
    ...{ created: Date.now(), isByAuthor },
    // Two levels: the answer to an answer stands beside it.
    ...(parent && { parent: parent.parent ?? parent.id }),
  };
  const address = toMailAddress(mail);
  const isNew = await store.addComment(comment, writer.key, address);
  if (!isNew) return findRepeated(store, comment, writer);
  if (address !== undefined) await addFollower(store, { id: toFollowerId(secret, address), mail: address });
  return { ok: true, comment, ...(isDoubtful && { isDoubtful }) };
}

/** Whether what seems to come from a program is kept: with a proof of work, or to wait, where there are no scripts. */
function isCleared(work: Work | undefined): boolean {
  return work === 'done' || work === 'undone';
}

function refuse(fault: CommentFault, work: Work | undefined): Submitted {
  return { ok: false, fault, ...(work === 'none' && { isChallenged: true }) };
}

/** What was sent with the same form before: once more by a second press, or something else by going back. */
async function findRepeated(store: Store, { id, body }: Comment, { key }: Writer): Promise<Submitted> {
  const before = await store.findComment(id);
  const isSame = before?.body === body && (await store.findWriter(id)) === key;
  return isSame ? { ok: true, comment: before, isRepeated: true } : { ok: false, fault: 'tooOld' };
}

/**
 * Changes the text of a comment; what was approved is held again unless a moderator wrote it. Undefined where a moderator has decided
 * against it meanwhile.
 */
export async function editComment(
  { store }: ReadersPart,
  comment: Comment,
  text: string,
): Promise<Submitted | undefined> {
  const body = toBody(text);
  const fault = findTextFault(body);
  if (fault) return { ok: false, fault };
  const writer = await store.findWriter(comment.id);
  if (!comment.isByAuthor && writer && (await isBanned(store, writer))) return { ok: false, fault: 'banned' };
  const changed: Comment = {
    ...comment,
    body,
    html: await renderComment(body),
    state: comment.isByAuthor ? comment.state : 'held',
  };
  return (await store.changeText(comment.id, changed)) ? { ok: true, comment: changed } : undefined;
}

async function isFlood(store: Store, { address }: Writer): Promise<boolean> {
  return (await store.countAttempt(`comment ${address}`, Date.now() - LIMITS.window)) > LIMITS.attempts;
}

function findFault({
  name,
  body,
  mail = '',
}: Pick<CommentForm, 'name' | 'body' | 'mail'>): CommentFault | undefined {
  if (name === '') return 'noName';
  if (mail !== '' && toMailAddress(mail) === undefined) return 'noMail';
  return name.length > LIMITS.name ? 'tooLong' : findTextFault(body);
}

/** What keeps a text from being sent, or looked at. */
export function findTextFault(text: string): 'noText' | 'tooLong' | 'tooNested' | undefined {
  const body = toBody(text);
  if (body === '') return 'noText';
  if (body.length > LIMITS.body) return 'tooLong';
  return isIntricate(body) ? 'tooNested' : undefined;
}

function toBody(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
