import { z } from 'zod';
import type { Imported, ImportedComment, ImportedThread } from './imported';
import { parseFields, toText, toUtc } from './json-fields';

const schema = z.array(
  z.object({
    id: toText,
    title: toText.optional(),
    comments: z.array(
      z.object({
        id: toText,
        parent: toText.optional(),
        author: toText,
        email: toText,
        created: toUtc,
        text: toText,
      }),
    ),
  }),
);

export function isIsso(document: unknown): boolean {
  const [first] = Array.isArray(document) ? document : [];
  return typeof first === 'object' && first !== null && 'comments' in first && 'id' in first;
}

/** The comments of the JSON that Isso imports: a list of threads. An id counts within its thread alone. */
export function toIsso(document: unknown): Imported {
  const list = parseFields(schema, document);
  const threads: ImportedThread[] = list.map(({ id, title }) => ({
    ...{ key: id, addresses: [id] },
    ...(title !== undefined && { title }),
  }));
  const comments = list.flatMap(({ id: thread, comments }) =>
    comments.map(({ id, parent = '', author, email, created, text }): ImportedComment => {
      const unique = (one: string) => `${thread} ${one}`;
      return {
        ...{ id: unique(id), thread, name: author, mail: email, body: text, created },
        ...(parent !== '' && { parent: unique(parent) }),
        ...{ format: 'markdown', state: 'approved', isByAuthor: false },
      };
    }),
  );
  return { kind: 'Isso', threads, comments, remarks: [] };
}
