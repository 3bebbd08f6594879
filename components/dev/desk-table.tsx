import type { Post, PostState } from '@/lib/content/types';
import { dayOf } from '@/lib/dates';
import type { DeskView } from '@/lib/dev/desk';
import type { Strings } from '@/lib/site/strings/messages';
import { postPath } from '@/lib/urls';
import { Pagination } from '../pagination';
import { EditorLink } from './editor-link';
import { ProblemCount } from './problem-count';

interface DeskTableProps {
  list: { readonly items: readonly Post[]; readonly page: number; readonly pages: number };
  view: DeskView;
  /** Changes with the content. */
  state: string;
  strings: Strings;
}

const STATES: readonly PostState[] = ['draft', 'scheduled', 'unlisted', 'published'];

const COLUMNS = [
  { label: 'Title', sort: 'title' },
  { label: 'State', sort: 'state' },
  { label: 'Date', sort: 'date' },
  { label: 'Words', sort: 'words' },
] as const;

/** The author's posts as a table; its heads sort, the words above it filter. Plain links, so that it can be kept. */
export function DeskTable({ list, view, state, strings }: DeskTableProps) {
  return (
    <section aria-label="Posts">
      <Filters view={view} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable to be scrolled with the keys. */}
      <div className="desk-scroller" tabIndex={0}>
        <table className="desk-table">
          <thead>
            <tr>
              {COLUMNS.map(({ label, sort }) => (
                <th key={sort} scope="col" aria-sort={view.sort === sort ? 'other' : undefined}>
                  <a href={toHref({ ...view, sort, page: 1 })}>{label}</a>
                </th>
              ))}
              <th scope="col">Tags</th>
              <th scope="col">Problems</th>
              <th scope="col">File</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map((post) => (
              <Row key={post.file} post={post} view={view} state={state} />
            ))}
          </tbody>
        </table>
      </div>
      {list.items.length === 0 && <p>No post is like that.</p>}
      <Pagination
        page={list.page}
        pages={list.pages}
        path={(page) => toHref({ ...view, page })}
        strings={strings}
      />
    </section>
  );
}

function Row({ post, view, state }: { post: Post; view: DeskView; state: string }) {
  return (
    <tr>
      <td>
        <a href={postPath(post.slug)}>{post.title}</a>
      </td>
      <td>{post.state}</td>
      <td>{post.date ? dayOf(post.date) : '–'}</td>
      <td>{post.words}</td>
      <td>
        {post.tags.map(({ slug, label }, index) => (
          <span key={slug}>
            {index > 0 && ', '}
            <a href={toHref({ ...view, tag: slug, page: 1 })}>{label}</a>
          </span>
        ))}
      </td>
      <td>
        <ProblemCount file={post.file} state={state} />
      </td>
      <td>
        <EditorLink file={post.file} line={1} column={1}>
          Edit
        </EditorLink>
      </td>
    </tr>
  );
}

function Filters({ view }: { view: DeskView }) {
  return (
    <ul className="inline-list">
      {[undefined, ...STATES].map((state) => (
        <li key={state ?? 'all'}>
          <a
            href={toHref({ ...view, state, page: 1 })}
            aria-current={view.state === state ? 'true' : undefined}
          >
            {state ?? 'all'}
          </a>
        </li>
      ))}
      {view.tag && (
        <li>
          tagged {view.tag}, <a href={toHref({ ...view, tag: undefined, page: 1 })}>any tag</a>
        </li>
      )}
    </ul>
  );
}

function toHref({ sort, state, tag, page }: DeskView): string {
  const query = new URLSearchParams({
    sort,
    ...(state && { state }),
    ...(tag && { tag }),
    ...(page > 1 && { page: String(page) }),
  });
  return `/desk?${query}`;
}
