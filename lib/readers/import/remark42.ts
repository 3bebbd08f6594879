import { z } from 'zod';
import type { Imported, ImportedComment, ImportedThread } from './imported';
import { parseFields, toFlag, toText, toUtc } from './json-fields';

const schema = z.object({
  id: toText,
  pid: toText,
  text: toText,
  orig: toText,
  user: z.object({ id: toText, name: toText, admin: toFlag }),
  locator: z.object({ url: toText }),
  time: toUtc,
  edit: z.object({ time: toUtc }).nullish(),
  delete: toFlag,
  title: toText,
});

export function isRemark42(document: unknown): boolean {
  if (typeof document !== 'object' || document === null) return false;
  return 'locator' in document || ('version' in document && 'users' in document && 'posts' in document);
}

/** The comments of a backup of Remark42: a document about the site, then one for each comment. */
export async function readRemark42(documents: AsyncIterable<unknown>): Promise<Imported> {
  const threads = new Map<string, ImportedThread>();
  const comments: ImportedComment[] = [];
  for await (const document of documents) {
    if (typeof document === 'object' && document !== null && 'version' in document) continue;
    const parsed = parseFields(schema, document);
    const { url } = parsed.locator;
    const { title } = parsed;
    if (!threads.has(url)) threads.set(url, { key: url, addresses: [url], title });
    comments.push(toComment(parsed));
  }
  return { kind: 'Remark42', threads: [...threads.values()], comments, remarks: [] };
}

function toComment(parsed: z.output<typeof schema>): ImportedComment {
  const { id, pid, text, orig, user, locator, time, edit } = parsed;
  return {
    ...{ id, thread: locator.url, name: user.name, created: time },
    ...(pid !== '' && { parent: pid }),
    ...(user.id !== '' && { account: user.id }),
    ...(edit && { edited: edit.time }),
    // What was typed is Markdown; old backups have only what was made of it.
    ...(orig === '' ? { body: text, format: 'html' as const } : { body: orig, format: 'markdown' as const }),
    state: parsed.delete ? 'deleted' : 'approved',
    isByAuthor: user.admin,
  };
}
