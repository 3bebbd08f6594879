import { text as readText } from 'node:stream/consumers';
import { createElement, Fragment } from 'react';
import { prerenderToNodeStream } from 'react-dom/static';
import { createMdxComponents } from '@/components/mdx';
import { buildIndex } from '@/lib/content/build-index';
import type { ContentIndex } from '@/lib/content/content-index';
import { readContent } from '@/lib/content/read';
import type { Post } from '@/lib/content/types';
import { renderFeedHtml } from '@/lib/markdown/plain/feed-html';
import { renderMarkdownExport } from '@/lib/markdown/plain/markdown-export';
import { renderDocument } from '@/lib/markdown/render/render';
import { readSections } from '@/lib/search/build/sections';
import type { WordPost } from './word-posts';

/**
 * The words of posts that their readers do not get, or not in the order in which they were written, with the place: the page, the
 * feed, the Markdown export, the index of the search. A line for each.
 */
export async function findLostWords(folder: string, posts: readonly WordPost[]): Promise<string[]> {
  const index = buildIndex(readContent(folder), '2026-01-01', 'public');
  const lost: string[] = [];
  for (const { name, words, notes } of posts) {
    const post = index.postsBySlug.get(name.replace(/\.mdx?$/, ''));
    if (!post) {
      lost.push(`${name} is not read`);
      continue;
    }
    for (const [place, render] of Object.entries(PLACES)) {
      const shown = await render(post, index).catch((error: unknown) => `${error}`);
      const missing = [...findMissing(words, shown), ...notes.filter((note) => !shown.includes(note))];
      if (missing.length > 0) lost.push(`${name} ${place}: ${missing.join(' ')}`);
    }
  }
  return lost;
}

/** Where readers meet the text of a post. */
const PLACES: Readonly<Record<string, (post: Post, index: ContentIndex) => Promise<string>>> = {
  page: renderPage,
  feed: async (post, index) => toVisible(await renderFeedHtml(post, index)),
  export: renderMarkdownExport,
  search: async (post, index) =>
    (await readSections(post, index)).map(({ heading, lines }) => [heading, ...lines].join('\n')).join('\n'),
};

/** The text of a page as its readers see it. */
export async function renderPage(post: Post, index: ContentIndex): Promise<string> {
  const { content } = await renderDocument(post, index, createMdxComponents(index.strings), () => undefined);
  const { prelude } = await prerenderToNodeStream(createElement(Fragment, null, content));
  return toVisible(await readText(prelude));
}

/** Text and the alternative texts of images; no other attribute is read by anybody. */
function toVisible(html: string): string {
  return html
    .replace(/<wbr\/?>/g, '')
    .replace(/<[^>]*>/g, (tag) => ` ${/\salt="([^"]*)"/.exec(tag)?.[1] ?? ''} `)
    .replace(/ {2,}/g, ' ');
}

/** Words that do not come, each after the one before it. */
export function findMissing(words: readonly string[], shown: string): string[] {
  let from = 0;
  return words.filter((word) => {
    const at = shown.indexOf(word, from);
    if (at >= 0) from = at + word.length;
    return at < 0;
  });
}
