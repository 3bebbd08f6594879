import { createHash } from 'node:crypto';

/** A post as it is now. */
export interface LinkingPost {
  readonly id: string;
  /** Absolute address. */
  readonly url: string;
  /** Of its words: what is changed is reported again. */
  readonly digest: string;
  /** Addresses on other sites that it links to, as they stand in it. */
  readonly links: readonly string[];
}

/** What was done about a link: reported; not wanted by the other site; refused by it for good; not to be reported; away at the time. */
export const SENT_STATES = ['sent', 'none', 'failed', 'skipped', 'away'] as const;

export type SentState = (typeof SENT_STATES)[number];

export interface SentMention {
  /** Id of the post. */
  readonly post: string;
  /** The address of the post, as it was reported. */
  readonly source: string;
  readonly target: string;
  /** Of the post at the time. */
  readonly digest: string;
  readonly state: SentState;
  readonly endpoint?: string;
}

/** Why a link is reported: the first time; since the post changed; since it was away; since the post does not have it any more, or is gone. */
export type PlanReason = 'new' | 'changed' | 'again' | 'removed' | 'gone';

export interface PlannedMention {
  readonly post: string;
  readonly source: string;
  readonly target: string;
  readonly digest: string;
  readonly reason: PlanReason;
}

/** What is to be reported, and what is known of links that need no report any more. */
export interface MentionPlan {
  readonly planned: readonly PlannedMention[];
  readonly outdated: readonly SentMention[];
}

/** Of all links those that nobody knows of as they are now: of posts that are new, changed or gone. */
export function planMentions(posts: readonly LinkingPost[], records: readonly SentMention[]): MentionPlan {
  const known = new Map(records.map((record) => [toKey(record), record]));
  const byId = new Map(posts.map((post) => [post.id, post]));
  const present = posts.flatMap((post) =>
    [...new Set(post.links)].flatMap((target) => planLink(post, target, known)),
  );
  const lost = records.filter(({ post, target }) => !byId.get(post)?.links.includes(target));
  const isReported = ({ state }: SentMention) => state === 'sent' || state === 'away';
  const removed = lost.filter(isReported).map(({ post, source, target, digest }): PlannedMention => {
    const now = byId.get(post);
    return { post, source: now?.url ?? source, target, digest, reason: now ? 'removed' : 'gone' };
  });
  return { planned: [...present, ...removed], outdated: lost.filter((record) => !isReported(record)) };
}

function planLink(
  { id, url, digest }: LinkingPost,
  target: string,
  known: ReadonlyMap<string, SentMention>,
): PlannedMention[] {
  const before = known.get(toKey({ post: id, target }));
  const planned = { post: id, source: url, target, digest };
  if (!before) return [{ ...planned, reason: 'new' }];
  if (before.digest !== digest || before.source !== url) return [{ ...planned, reason: 'changed' }];
  return before.state === 'away' ? [{ ...planned, reason: 'again' }] : [];
}

function toKey({ post, target }: Pick<SentMention, 'post' | 'target'>): string {
  return JSON.stringify([post, target]);
}

/** What the words of a post are known by. */
export function toPostDigest({ title, body }: { readonly title: string; readonly body: string }): string {
  return createHash('sha256')
    .update(JSON.stringify([title, body]))
    .digest('base64url')
    .slice(0, 22);
}
