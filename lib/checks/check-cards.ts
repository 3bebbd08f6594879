import { toPostCard } from '../cards/card-files';
import { FONT_FOLDER } from '../cards/font-files';
import { findUnreadable } from '../cards/render-card';
import type { ContentIndex } from '../content/content-index';
import { createReporter, type Problem } from '../content/problems';

/**
 * Names of posts, pages, series, tags and authors that no font can show on their social card; those of one file (path
 * relative to the content folder) where one is given.
 */
export async function checkCards(index: ContentIndex, file?: string): Promise<Problem[]> {
  const isAsked = (title: { readonly file: string }) => file === undefined || title.file === file;
  const titles: Title[] = [];
  for (const post of index.postsBySlug.values()) {
    if (!isAsked(post)) continue;
    const { source } = await toPostCard(post, index);
    if ('card' in source) titles.push({ text: post.title, file: post.file, field: 'title' });
  }
  return [...titles, ...listNames(index).filter(isAsked)].flatMap((title) => checkTitle(title, index));
}

/** What a card is headed by, and the field of a file that says it. */
interface Title {
  readonly text: string;
  readonly file: string;
  readonly field: string;
}

function listNames({ pages, tags, series, authors }: ContentIndex): Title[] {
  const of = (text: string, document: { file: string } | undefined, field: string) =>
    document ? [{ text, file: document.file, field }] : [];
  return [
    ...[...pages.values()].flatMap((page) => of(page.title, page, 'title')),
    ...[...tags.values()].flatMap(({ tag, posts }) => of(tag.label, posts[0], 'tags')),
    ...[...series.values()].flatMap(({ name, posts }) => of(name, posts[0], 'series')),
    ...[...authors.values()].flatMap(({ author, posts }) => of(author.name, posts[0], 'authors')),
  ];
}

function checkTitle({ text, file, field }: Title, { root, files }: ContentIndex): Problem[] {
  const { missing, isLeftOut } = findUnreadable(text, root);
  if (missing.length === 0) return [];
  const source = [...files.posts, ...files.pages].find((document) => document.file === file)?.source ?? '';
  const line = source.split('\n').findIndex((candidate) => candidate.startsWith(`${field}:`)) + 1;
  const shown = isLeftOut ? 'leaves it out' : 'shows the name of the blog instead';
  const message = `The social card of "${text}" cannot show "${missing.slice(0, 8).join('')}", and ${shown}.`;
  const cover = field === 'title' && file.startsWith('posts/') ? ', or give the post a cover' : '';
  const remedy = `Run npm run card-fonts, or put a font (.ttf or .otf) with these characters into the folder "${FONT_FOLDER}" of the content${cover}.`;
  return [createReporter(file, source)({ line: Math.max(line, 1), column: 1 }, 'warning', message, remedy)];
}
