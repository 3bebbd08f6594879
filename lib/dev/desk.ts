import type { ContentIndex } from '../content/content-index';
import type { Post, PostState } from '../content/types';
import { dayOf } from '../dates';
import { getListPage, type ListPage, parsePageNumber } from '../pagination';

export const DESK_SORTS = ['date', 'title', 'state', 'words'] as const;

export interface DeskView {
  readonly sort: (typeof DESK_SORTS)[number];
  readonly state: PostState | undefined;
  /** Slug of a tag. */
  readonly tag: string | undefined;
  /** From 1. */
  readonly page: number;
}

/** Rows of one page of the desk. */
const ROWS = 50;

const STATES: readonly PostState[] = ['draft', 'scheduled', 'unlisted', 'published'];

/** What the query of the desk's address asks for; anything unknown is left out. */
export function parseDeskView(query: Readonly<Record<string, string | string[] | undefined>>): DeskView {
  const { sort, state, tag, page } = query;
  return {
    sort: DESK_SORTS.find((known) => known === sort) ?? 'date',
    state: STATES.find((known) => known === state),
    tag: typeof tag === 'string' ? tag : undefined,
    page: (typeof page === 'string' && parsePageNumber(page)) || 1,
  };
}

/** One page of the posts of a view; the first where it has no such page. */
export function getDeskPage(index: ContentIndex, view: DeskView): ListPage<Post> & { readonly page: number } {
  const posts = listDeskPosts(index, view);
  const asked = getListPage(posts, view.page, ROWS);
  return asked ? { ...asked, page: view.page } : { items: posts.slice(0, ROWS), pages: 1, page: 1 };
}

/** The posts of a view, in its order. Equal ones stay newest first. */
function listDeskPosts({ posts }: ContentIndex, { sort, state, tag }: DeskView): Post[] {
  const chosen = posts
    .filter((post) => state === undefined || post.state === state)
    .filter((post) => tag === undefined || post.tags.some(({ slug }) => slug === tag));
  if (sort === 'title') return chosen.sort((a, b) => a.title.localeCompare(b.title, 'en'));
  if (sort === 'words') return chosen.sort((a, b) => b.words - a.words);
  if (sort === 'state') return chosen.sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
  return chosen;
}

/** What will appear when: scheduled posts by month (`2027-03`), the next first. */
export function listCalendar({ scheduled }: ContentIndex): { month: string; posts: Post[] }[] {
  const months = new Map<string, Post[]>();
  for (const post of scheduled) {
    const month = dayOf(post.date ?? '').slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), post]);
  }
  return [...months].map(([month, posts]) => ({ month, posts }));
}
