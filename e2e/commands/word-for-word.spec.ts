import { expect, test } from '../site';
import { findLostWords } from '../words/find-lost-words';
import { writeWordPost } from '../words/word-posts';
import { writeWordBlog } from '../words/write-word-blog';

test('every word of a post is on its page, in the feed, in the export and in the search, in order', async () => {
  const folder = test.info().outputPath('blog');
  const posts = Array.from({ length: 60 }, (_, seed) => writeWordPost(seed, seed % 3 === 2 ? 'mdx' : 'md'));
  await writeWordBlog(folder, posts);
  expect(await findLostWords(folder, posts)).toEqual([]);
});

test('a word that is not shown is found out, and one in another order', async () => {
  const folder = test.info().outputPath('blog');
  const post = writeWordPost(1, 'md');
  const { words } = post;
  await writeWordBlog(folder, [post]);
  const lost = await findLostWords(folder, [{ ...post, words: [...words, 'qnowhere'], notes: ['qnote'] }]);
  expect(lost).toEqual(
    ['page', 'feed', 'export', 'search'].map((place) => `${post.name} ${place}: qnowhere qnote`),
  );
  const swapped = await findLostWords(folder, [{ ...post, words: [...words].reverse() }]);
  expect(swapped.length).toBe(4);
});
