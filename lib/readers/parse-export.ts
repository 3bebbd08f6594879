import { z } from 'zod';
import { COMMENT_STATES } from './comment';
import { MENTION_KINDS } from './mentions/mention';
import { renderMention } from './mentions/render-mention';
import { renderComment } from './render-comment';
import type { ExportedComment } from './store-transfer';

const address = z.url({ protocol: /^https?$/ });

const schema = z.array(
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

/** The comments of `npm run readers -- export`, those that are answered before the answers. Throws, saying where, on anything else. */
export async function parseExport(json: string): Promise<ExportedComment[]> {
  const { data, error } = schema.safeParse(JSON.parse(json));
  if (!data) {
    const [issue] = error.issues;
    throw new Error(`The file is no export of comments: ${issue?.path.join('.')} ${issue?.message}.`);
  }
  const comments = (data as ExportedComment[]).sort((a, b) => a.created - b.created);
  // Whoever wrote the file: only what we render is put into a page.
  return Promise.all(comments.map(async (comment) => ({ ...comment, html: await renderAgain(comment) })));
}

async function renderAgain({ body, mention }: ExportedComment): Promise<string> {
  return mention ? renderMention({ body, ...mention }) : renderComment(body);
}
