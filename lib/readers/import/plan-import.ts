import { createHash } from 'node:crypto';
import { toMarkdown } from 'mdast-util-to-markdown';
import { LIMITS } from '../limits';
import { toMailAddress } from '../mail-address';
import { renderComment } from '../render-comment';
import { sign } from '../signature';
import type { ExportedComment } from '../store-transfer';
import { arrangeAnswers } from './arrange-answers';
import { htmlToMarkdown } from './html-to-markdown';
import type { Imported, ImportedComment, ImportedThread } from './imported';
import type { Match } from './match-posts';

export interface PlannedThread {
  readonly thread: ImportedThread;
  readonly match: Match | undefined;
  /** Of those that are not deleted. */
  readonly comments: number;
}

export interface ImportPlan {
  /** Those with comments. */
  readonly threads: readonly PlannedThread[];
  /** Of the threads that have a post; those that are answered before the answers. */
  readonly comments: readonly ExportedComment[];
  /** What was left out or cut, and how often. */
  readonly notTaken: ReadonlyMap<NotTaken, number>;
  /** Elements of HTML that became less, and how often. */
  readonly lost: ReadonlyMap<string, number>;
}

export type NotTaken = 'deleted' | 'without a date' | 'without a text' | 'cut';

interface Circumstances {
  match(thread: ImportedThread): Match | undefined;
  /** Accounts and mail addresses of those who write the blog. */
  readonly authors: ReadonlySet<string>;
  /** Of the store. */
  readonly secret: string;
}

/** More of a text is not taken over. */
const MAX_BODY = 10 * LIMITS.body;

/** What an import would add. The same file gives the same ids, so that nothing is added twice. */
export async function planImport(imported: Imported, circumstances: Circumstances): Promise<ImportPlan> {
  const notTaken = new Map<NotTaken, number>();
  const lost = new Map<string, number>();
  const counts = countByThread(imported.comments);
  const threads = listThreads(imported)
    .filter(({ key }) => counts.has(key))
    .map((thread) => ({ thread, match: circumstances.match(thread), comments: counts.get(thread.key) ?? 0 }));
  const posts = new Map(threads.map(({ thread, match }) => [thread.key, match?.post?.id]));
  // What is not taken keeps its place, for what answers it.
  const all = imported.comments
    .filter(({ thread }) => posts.get(thread) !== undefined)
    .map((comment): ImportedComment => {
      const { body, reason } = convert(comment, { lost, notTaken });
      if (reason) increase(notTaken, reason);
      return { ...comment, body, state: reason ? 'deleted' : comment.state };
    });
  const places = arrangeAnswers(all);
  const comments: ExportedComment[] = [];
  for (const comment of all) {
    if (comment.state === 'deleted') continue;
    const { first, answered } = places.get(comment) ?? {};
    const body = answered ? addMention(comment.body, answered.name) : comment.body;
    comments.push({
      ...toKept(comment, imported, circumstances),
      ...(first && { parent: toId(first, imported) }),
      ...{ post: posts.get(comment.thread) ?? '', body, html: await renderComment(body) },
    });
  }
  const isAnswer = ({ parent }: ExportedComment) => Number(parent !== undefined);
  comments.sort((a, b) => isAnswer(a) - isAnswer(b) || a.created - b.created);
  return { threads, comments, notTaken, lost };
}

function countByThread(comments: readonly ImportedComment[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { thread, state } of comments) if (state !== 'deleted') increase(counts, thread);
  return counts;
}

/** Those that the file describes, and those of which it has comments alone. */
function listThreads({ threads, comments }: Imported): ImportedThread[] {
  const known = new Set(threads.map(({ key }) => key));
  const others = new Set(comments.map(({ thread }) => thread).filter((key) => !known.has(key)));
  return [...threads, ...[...others].map((key) => ({ key, addresses: [key] }))];
}

function toKept(
  comment: ImportedComment,
  imported: Imported,
  { authors, secret }: Circumstances,
): Omit<ExportedComment, 'post' | 'body' | 'html'> {
  const { state, reason, created, edited, account, name } = comment;
  const mail = toMailAddress(comment.mail ?? '');
  const isNamed = [account, mail].some((one) => one !== undefined && authors.has(one));
  const who = account ?? mail;
  return {
    ...{ id: toId(comment, imported), name: toName(name), state, isByAuthor: comment.isByAuthor || isNamed },
    ...(reason !== undefined && { reason }),
    // One of the future would be new for ever.
    created: Math.min(created, Date.now()),
    ...(edited !== undefined && edited > created && { edited: Math.min(edited, Date.now()) }),
    writer: who === undefined ? '' : sign(secret, 'imported', imported.kind, who),
    ...(mail !== undefined && { mail }),
  };
}

function toId({ id, created }: ImportedComment, { kind }: Imported): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, id, created]))
    .digest('base64url')
    .slice(0, 12);
}

function toName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return [...plain].slice(0, LIMITS.name).join('').trim() || 'Anonymous';
}

/** The text of a comment as it is kept, or why it is not. */
function convert(
  { body, format, state, created }: ImportedComment,
  { lost, notTaken }: { readonly lost: Map<string, number>; readonly notTaken: Map<NotTaken, number> },
): { readonly body: string; readonly reason?: NotTaken } {
  if (state === 'deleted') return { body: '', reason: 'deleted' };
  if (!(created >= 0)) return { body: '', reason: 'without a date' };
  const plain = body.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
  const text = plain.length > MAX_BODY ? `${plain.slice(0, MAX_BODY)} …` : plain;
  const converted = format === 'html' ? htmlToMarkdown(text) : { markdown: text.trim(), lost: [] };
  if (converted.markdown === '') return { body: '', reason: 'without a text' };
  if (plain.length > MAX_BODY) increase(notTaken, 'cut');
  for (const name of converted.lost) increase(lost, name);
  return { body: converted.markdown };
}

/** Says whom a comment answers where its place does not. */
function addMention(body: string, name: string): string {
  const mention = `@${toName(name)}`;
  return body.startsWith(mention) ? body : `${formatPlain(mention)}\n\n${body}`;
}

/** A text that Markdown shows as it is. */
function formatPlain(value: string): string {
  return toMarkdown({ type: 'paragraph', children: [{ type: 'text', value }] }).trim();
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
