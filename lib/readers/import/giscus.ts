import { z } from 'zod';
import type { CommentState } from '../comment';
import type { Imported, ImportedComment, ImportedThread } from './imported';
import { parseFields, toFlag, toText, toUtc } from './json-fields';

const fields = {
  id: toText,
  author: z.object({ login: toText, name: toText.optional() }).nullish(),
  authorAssociation: toText,
  viewerDidAuthor: toFlag,
  body: toText,
  bodyHTML: toText,
  createdAt: toUtc,
  lastEditedAt: toUtc,
  deletedAt: toText,
  isMinimized: toFlag,
  minimizedReason: toText,
};
const list = <Item extends z.ZodType>(item: Item) =>
  z.object({
    nodes: z
      .array(item.nullish())
      .nullish()
      .transform((nodes) => (nodes ?? []).filter((node) => node != null) as z.output<Item>[]),
    totalCount: z.number().nullish(),
  });
const comment = z.object({ ...fields, replies: list(z.object(fields)).nullish() });
const discussion = z.object({
  ...{ id: toText, number: toText, title: toText, body: toText, bodyHTML: toText },
  comments: list(comment).nullish(),
});
const answer = z.object({
  data: z.object({
    repository: z
      .object({ discussions: list(discussion).nullish(), discussion: discussion.nullish() })
      .nullish(),
    search: list(z.unknown()).nullish(),
  }),
});

type Node = Omit<z.output<typeof comment>, 'replies'>;

export function isGiscus(document: unknown): boolean {
  const [first] = Array.isArray(document) ? document : [document];
  const { data } = (first ?? {}) as { data?: unknown };
  return typeof data === 'object' && data !== null && ('repository' in data || 'search' in data);
}

/** The comments of discussions on GitHub, as its GraphQL answers: one document for each page, or a list of them. */
export async function readGiscus(documents: AsyncIterable<unknown>): Promise<Imported> {
  const threads: ImportedThread[] = [];
  const comments: ImportedComment[] = [];
  const seen = new Set<string>();
  let missing = 0;
  for await (const document of documents)
    for (const one of listDiscussions(document)) {
      const key = one.id || one.number;
      if (!seen.has(key)) threads.push(toThread(one, key));
      seen.add(key);
      const { nodes = [], totalCount } = one.comments ?? {};
      missing += countMissing(nodes, totalCount);
      for (const { replies, ...node } of nodes) {
        comments.push(toComment(node, key));
        missing += countMissing(replies?.nodes ?? [], replies?.totalCount);
        for (const reply of replies?.nodes ?? []) comments.push(toComment(reply, key, node.id));
      }
    }
  const remarks =
    missing > 0 ? [`${missing} comments are on further pages of GitHub's answer, which the file lacks.`] : [];
  return { kind: 'giscus', threads, comments, remarks };
}

function listDiscussions(document: unknown): z.output<typeof discussion>[] {
  const pages = parseFields(z.array(answer), Array.isArray(document) ? document : [document]);
  return pages.flatMap(({ data: { repository, search } }) => [
    ...(repository?.discussions?.nodes ?? []),
    ...(repository?.discussion ? [repository.discussion] : []),
    ...parseFields(z.array(discussion), search?.nodes ?? []),
  ]);
}

function countMissing(nodes: readonly unknown[], total: number | null | undefined): number {
  return Math.max(0, (total ?? 0) - nodes.length);
}

/** giscus names a discussion by the path or the title of the page, and puts a link to it at the end of its text. */
function toThread({ title, body, bodyHTML }: z.output<typeof discussion>, key: string): ImportedThread {
  const link = (body || bodyHTML).match(/https?:\/\/[^\s<>"')\]]+/g)?.at(-1);
  return { key, addresses: [...(link === undefined ? [] : [link]), title], title };
}

function toComment(node: Node, thread: string, parent?: string): ImportedComment {
  const { id, author, authorAssociation, viewerDidAuthor, body, bodyHTML, lastEditedAt } = node;
  const state = toState(node);
  return {
    ...{ id, thread, name: author?.name || author?.login || 'ghost' },
    ...(parent !== undefined && { parent }),
    ...(author && { account: author.login }),
    ...(body === '' ? { body: bodyHTML, format: 'html' as const } : { body, format: 'markdown' as const }),
    state,
    ...(state === 'refused' && { reason: node.minimizedReason.toLowerCase() }),
    created: node.createdAt,
    ...(!Number.isNaN(lastEditedAt) && { edited: lastEditedAt }),
    isByAuthor: viewerDidAuthor || /^(OWNER|MEMBER|COLLABORATOR)$/.test(authorAssociation),
  };
}

function toState({ deletedAt, isMinimized, minimizedReason }: Node): CommentState {
  if (deletedAt !== '') return 'deleted';
  if (!isMinimized) return 'approved';
  return /^spam$/i.test(minimizedReason) ? 'spam' : 'refused';
}
