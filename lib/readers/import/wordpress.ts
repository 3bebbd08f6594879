import type { CommentState } from '../comment';
import type { Imported, ImportedComment, ImportedThread } from './imported';
import { readXmlRecords, textOf, type XmlElement } from './xml-records';

const STATES: Readonly<Record<string, CommentState>> = {
  ...{ '1': 'approved', approve: 'approved', spam: 'spam', trash: 'deleted', 'post-trashed': 'deleted' },
};

/** The comments of an export of WordPress (WXR). */
export async function readWordPress(pieces: AsyncIterable<string>): Promise<Imported> {
  const threads: ImportedThread[] = [];
  const comments: ImportedComment[] = [];
  const authors = new Set<string>();
  let mentions = 0;
  await readXmlRecords(pieces, ['item', 'wp:author'], (record) => {
    if (record.name === 'wp:author') authors.add(textOf(record, 'wp:author_id'));
    const all = record.children.filter(({ name }) => name === 'wp:comment');
    const written = all.filter((comment) => /^(comment)?$/.test(textOf(comment, 'wp:comment_type')));
    mentions += all.length - written.length;
    if (written.length === 0) return;
    const key = textOf(record, 'wp:post_id');
    threads.push(toThread(record, key));
    for (const comment of written) comments.push(toComment(comment, key, authors));
  });
  const remarks = mentions > 0 ? [`${mentions} pingbacks and the like, which nobody wrote, stay out.`] : [];
  return { kind: 'WordPress', threads, comments, remarks };
}

function toThread(item: XmlElement, key: string): ImportedThread {
  const addresses = ['link', 'wp:post_name', 'guid'].map((name) => textOf(item, name));
  return { key, addresses: addresses.filter((one) => one !== ''), title: textOf(item, 'title') };
}

function toComment(comment: XmlElement, thread: string, authors: ReadonlySet<string>): ImportedComment {
  const text = (name: string) => textOf(comment, `wp:comment_${name}`);
  const [parent, account] = [text('parent'), text('user_id')];
  const isAccount = account !== '' && account !== '0';
  return {
    ...{ id: text('id'), thread, name: text('author'), mail: text('author_email') },
    ...(parent !== '' && parent !== '0' && { parent }),
    ...(isAccount && { account }),
    body: toParagraphs(text('content')),
    format: 'html',
    state: STATES[text('approved')] ?? 'held',
    created: toTime(text('date_gmt')) || toTime(text('date')),
    // Who has an account may be a reader; the authors of posts are listed.
    isByAuthor: isAccount && authors.has(account),
  };
}

/** `2015-03-02 10:11:12`, in UTC; of what was never approved it may be all zeros. */
function toTime(date: string): number {
  return Date.parse(`${date.replace(' ', 'T')}Z`);
}

/** WordPress makes paragraphs and breaks of line breaks, except in code, when it shows a comment. */
function toParagraphs(content: string): string {
  return content
    .replace(/\r\n?/g, '\n')
    .split(/(<pre[\s>](?:(?!<\/pre>)[\s\S])*<\/pre>)/i)
    .map((part) =>
      /^<pre[\s>]/i.test(part)
        ? part
        : part
            .trim()
            .replace(/\n{2,}/g, '</p><p>')
            .replaceAll('\n', '<br>'),
    )
    .map((part, index) => (index % 2 === 0 ? `<p>${part}</p>` : part))
    .join('');
}
