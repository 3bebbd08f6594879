import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findLostWords } from './find-lost-words';
import { writeWordPost } from './word-posts';
import { writeWordBlog } from './write-word-blog';

/** Proves that no word of a post gets lost: `npx tsx e2e/words/prove.ts [posts]`; 500 by default. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
Object.assign(process.env, { NODE_ENV: 'production', CACHE_DIR: path.join(folder, 'cache') });

const posts = Array.from({ length: Number(process.argv[2] ?? 500) }, (_, seed) =>
  writeWordPost(seed, seed % 3 === 2 ? 'mdx' : 'md'),
);
await writeWordBlog(folder, posts);
const lost = await findLostWords(folder, posts);
for (const line of lost) console.info(line);
const words = posts.reduce((sum, post) => sum + post.words.length + post.notes.length, 0);
console.info(`${posts.length} posts, ${words} words, each in four places: ${lost.length} places lose some.`);
process.exitCode = lost.length === 0 ? 0 : 1;
