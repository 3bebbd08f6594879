import { getPost } from '@/lib/content/posts';
import { getSectionOf } from '@/lib/content/sections';
import type { Post } from '@/lib/content/types';
import { renderFeedHtml } from '@/lib/markdown/plain/feed-html';
import { renderMarkdownExport as renderExport } from '@/lib/markdown/plain/markdown-export';
import { getIndex } from '@/lib/views/current-index';

/** The body of a post, by its slug, as feeds carry it: HTML with absolute addresses. */
export function renderFeedBody(slug: string): Promise<string> {
  const post = findPost(slug);
  return renderFeedHtml(post, getSectionOf(getIndex(), post));
}

/** A post, by its slug, as one Markdown file. */
export function renderMarkdownExport(slug: string): Promise<string> {
  return renderExport(findPost(slug), getIndex());
}

function findPost(slug: string): Post {
  const post = getPost(slug);
  if (!post) throw new Error(`There is no post "${slug}".`);
  return post;
}
