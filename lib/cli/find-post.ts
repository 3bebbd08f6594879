import path from 'node:path';
import { withoutEnding } from '../content/document-name';
import { readFileName } from '../content/file-name';
import { type ParsedPost, toPost } from '../content/post';
import { getFiles } from '../content/posts';
import { suggest } from '../content/suggest';
import { type Terminal, writeError } from './terminal';

/** The post that a command works on, by its slug or the path of its file. Says so where there is none. */
export function findPost(name: string, terminal: Terminal): ParsedPost | undefined {
  const posts = getFiles().posts.map(toPost);
  const wanted = toName(name);
  const post = posts.find(({ slug }) => slug === wanted) ?? posts.find(({ file }) => file.name === wanted);
  if (post) return post;
  const close = suggest(
    wanted,
    posts.map(({ slug }) => slug),
  );
  writeError(
    terminal,
    `There is no post "${name}".${close === undefined ? '' : ` Did you mean "${close}"?`}`,
  );
  return undefined;
}

/** `hello`, `/posts/hello`, `posts/hello/` and `content/posts/hello/index.mdx` all name the post "hello". */
function toName(name: string): string {
  const plain = name
    .normalize('NFC')
    .split(path.sep)
    .join('/')
    .replace(/\/$/, '')
    .replace(/\/index\.(mdx?|markdown)$/, '');
  const isPath = /(^|\/)posts\//.test(plain);
  const last = plain.split('/').at(-1) ?? plain;
  return isPath ? readFileName(withoutEnding(last)).slug : plain;
}
