import { z } from 'zod';
import { COMMENT_STATES } from './comment';
import { FOLLOWER_STATES, type Follower } from './follower';
import { MENTION_KINDS } from './mentions/mention';
import { renderMention } from './mentions/render-mention';
import { READ_KINDS, type ReadNumber } from './read';
import { renderComment } from './render-comment';
import type { ExportedComment } from './store-transfer';
import { SUBSCRIBER_STATES, type Subscriber } from './subscriber';

const address = z.url({ protocol: /^https?$/ });

const commentsSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[\w-]{1,64}$/),
    post: z.string(),
    parent: z.string().optional(),
    name: z.string(),
    body: z.string(),
    html: z.string(),
    state: z.enum(COMMENT_STATES),
    reason: z.string().optional(),
    created: z.int(),
    edited: z.int().optional(),
    isByAuthor: z.boolean(),
    writer: z.string(),
    mail: z.email().toLowerCase().optional(),
    mention: z
      .strictObject({
        kind: z.enum(MENTION_KINDS),
        source: address,
        url: address,
        website: address.optional(),
      })
      .optional(),
  }),
);

const subscriberSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{16,64}$/),
  mail: z.email().toLowerCase(),
  section: z.string(),
  tag: z.string().optional(),
  state: z.enum(SUBSCRIBER_STATES),
  asked: z.int(),
  confirmed: z.int().optional(),
  reason: z.string().optional(),
});

const readSchema = z.strictObject({
  day: z.union([z.literal(''), z.iso.date()]),
  kind: z.enum(READ_KINDS),
  name: z.string().max(200),
  number: z.int().min(1),
});

const followerSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{16,64}$/),
  mail: z.email().toLowerCase(),
  state: z.enum(FOLLOWER_STATES),
  asked: z.int(),
  confirmed: z.int().optional(),
});

const schema = z.strictObject({
  comments: commentsSchema,
  subscribers: z.array(subscriberSchema).default([]),
  reads: z.array(readSchema).default([]),
  followers: z.array(followerSchema).default([]),
});

export interface Exported {
  /** Those that are answered before the answers. */
  readonly comments: readonly ExportedComment[];
  readonly subscribers: readonly Subscriber[];
  readonly reads: readonly ReadNumber[];
  readonly followers: readonly Follower[];
}

/** What `npm run readers -- export` writes, or wrote when it was comments alone. Throws, saying where, on anything else. */
export async function parseExport(json: string): Promise<Exported> {
  const content: unknown = JSON.parse(json);
  const { data, error } = schema.safeParse(Array.isArray(content) ? { comments: content } : content);
  if (!data) {
    const [issue] = error.issues;
    throw new Error(
      `The file is no export of what readers wrote: ${issue?.path.join('.')} ${issue?.message}.`,
    );
  }
  const { comments, subscribers, followers, reads } = data as Exported;
  const sorted = [...comments].sort((a, b) => a.created - b.created);
  return {
    // Whoever wrote the file: only what we render is put into a page.
    comments: await Promise.all(
      sorted.map(async (comment) => ({ ...comment, html: await renderAgain(comment) })),
    ),
    subscribers,
    reads,
    followers,
  };
}

async function renderAgain({ body, mention }: ExportedComment): Promise<string> {
  return mention ? renderMention({ body, ...mention }) : renderComment(body);
}
