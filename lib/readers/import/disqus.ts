import type { CommentState } from '../comment';
import type { Imported, ImportedComment, ImportedThread } from './imported';
import { childOf, readXmlRecords, textOf, type XmlElement } from './xml-records';

/** The comments of an export of Disqus. */
export async function readDisqus(pieces: AsyncIterable<string>): Promise<Imported> {
  const threads: ImportedThread[] = [];
  const comments: ImportedComment[] = [];
  await readXmlRecords(pieces, ['thread', 'post'], (record) => {
    if (record.name === 'thread') threads.push(toThread(record));
    else comments.push(toComment(record));
  });
  return { kind: 'Disqus', threads, comments, remarks: [] };
}

function toThread(record: XmlElement): ImportedThread {
  return {
    key: record.attributes['dsq:id'] ?? '',
    addresses: [textOf(record, 'link'), textOf(record, 'id')].filter((address) => address !== ''),
    title: textOf(record, 'title'),
  };
}

function toComment(record: XmlElement): ImportedComment {
  const author = childOf(record, 'author');
  const parent = childOf(record, 'parent')?.attributes['dsq:id'] ?? '';
  const account = textOf(author, 'username');
  return {
    id: record.attributes['dsq:id'] ?? '',
    thread: childOf(record, 'thread')?.attributes['dsq:id'] ?? '',
    ...(parent !== '' && { parent }),
    name: textOf(author, 'name') || account,
    // A guest may call themselves as they like.
    ...(account !== '' && textOf(author, 'isAnonymous') !== 'true' && { account }),
    mail: textOf(author, 'email'),
    body: textOf(record, 'message'),
    ...{ format: 'html', state: toState(record), isByAuthor: false },
    created: Date.parse(textOf(record, 'createdAt')),
  };
}

function toState(record: XmlElement): CommentState {
  if (textOf(record, 'isDeleted') === 'true') return 'deleted';
  if (textOf(record, 'isSpam') === 'true') return 'spam';
  return textOf(record, 'isApproved') === 'false' ? 'held' : 'approved';
}
