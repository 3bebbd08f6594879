import { Suspense } from 'react';
import type { Post, PostState } from '@/lib/content/types';
import { dayOf } from '@/lib/dates';
import type { DeskView } from '@/lib/dev/desk';
import { postPath } from '@/lib/urls';
import { EditorLink } from './editor-link';

type CountProblems = (post: Post) => Promise<number>;

interface DeskTableProps {
  posts: readonly Post[];
  view: DeskView;
  countProblems: CountProblems;
}

const STATES: readonly PostState[] = ['draft', 'scheduled', 'unlisted', 'published'];

const COLUMNS = [
  { label: 'Title', sort: 'title' },
  { label: 'State', sort: 'state' },
  { label: 'Date', sort: 'date' },
  { label: 'Words', sort: 'words' },
] as const;

/** The author's posts as a table; its heads sort, the words above it filter. Plain links, so that it can be kept. */
export function DeskTable({ posts, view, countProblems }: DeskTableProps) {
  return (
    <section aria-label="Posts">
      <Filters view={view} />
      <div className="table-scroll">
        <table className="desk-table">
          <thead>
            <tr>
              {COLUMNS.map(({ label, sort }) => (
                <th key={sort} scope="col" aria-sort={view.sort === sort ? 'other' : undefined}>
                  <a href={toHref({ ...view, sort })}>{label}</a>
                </th>
              ))}
              <th scope="col">Tags</th>
              <th scope="col">Problems</th>
              <th scope="col">File</th>
            </tr>
          </thead>
          <tbody>
            {posts.map((post) => (
              <Row key={post.file} post={post} view={view} countProblems={countProblems} />
            ))}
          </tbody>
        </table>
      </div>
      {posts.length === 0 && <p>No post is like that.</p>}
    </section>
  );
}

function Row({ post, view, countProblems }: { post: Post; view: DeskView; countProblems: CountProblems }) {
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
            <a href={toHref({ ...view, tag: slug })}>{label}</a>
          </span>
        ))}
      </td>
      <td>
        <Suspense fallback="…">
          <ProblemCount post={post} countProblems={countProblems} />
        </Suspense>
      </td>
      <td>
        <EditorLink file={post.file} line={1} column={1}>
          Edit
        </EditorLink>
      </td>
    </tr>
  );
}

/** Apart from its row: the first time it has to wait until the post is compiled. */
async function ProblemCount({ post, countProblems }: { post: Post; countProblems: CountProblems }) {
  return (await countProblems(post)) || '–';
}

function Filters({ view }: { view: DeskView }) {
  return (
    <ul className="inline-list">
      {[undefined, ...STATES].map((state) => (
        <li key={state ?? 'all'}>
          <a href={toHref({ ...view, state })} aria-current={view.state === state ? 'true' : undefined}>
            {state ?? 'all'}
          </a>
        </li>
      ))}
      {view.tag && (
        <li>
          tagged {view.tag}, <a href={toHref({ ...view, tag: undefined })}>any tag</a>
        </li>
      )}
    </ul>
  );
}

function toHref({ sort, state, tag }: DeskView): string {
  const query = new URLSearchParams({ sort, ...(state && { state }), ...(tag && { tag }) });
  return `/desk?${query}`;
}
