import type { ReadKind, ReadLine } from '@/lib/readers/read';

interface DeskReadsProps {
  reads: Readonly<Record<ReadKind, readonly ReadLine[]>>;
  /** Posts by their ids. */
  posts: ReadonlyMap<string, { title: string; href: string }>;
}

/** Lines that are shown before all others are asked for: as many posts as there is room for beside the two other lists. */
const SHOWN_POSTS = 15;
const SHOWN = 6;
/** Of hosts and searches there may be very many. */
const MAX_LINES = 300;

/** What was read to the end, where its readers came from, and searches that found nothing. */
export function DeskReads({ reads, posts }: DeskReadsProps) {
  return (
    <div className="desk-reads">
      <List title="Read to the end" lines={reads.post} posts={posts} />
      <List title="Where its readers came from" lines={reads.host} />
      <List title="Searches that found nothing" lines={reads.search} />
    </div>
  );
}

interface ListProps {
  title: string;
  lines: readonly ReadLine[];
  posts?: DeskReadsProps['posts'];
}

function List({ title, lines, posts }: ListProps) {
  const shown = posts ? SHOWN_POSTS : SHOWN;
  const rest = lines.slice(shown, MAX_LINES);
  return (
    <div>
      <Table caption={title} lines={lines.slice(0, shown)} {...(posts && { posts })} />
      {lines.length === 0 && <p>None so far.</p>}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <Table caption={`${title}: the rest`} lines={rest} {...(posts && { posts })} />
        </details>
      )}
    </div>
  );
}

interface TableProps {
  caption: string;
  lines: readonly ReadLine[];
  posts?: DeskReadsProps['posts'];
}

function Table({ caption, lines, posts }: TableProps) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">What</span>
          </th>
          {posts && (
            <th scope="col" className="desk-bars">
              By day
            </th>
          )}
          <th scope="col">7 days</th>
          <th scope="col">30</th>
          <th scope="col">All</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, days, week, month, all }) => {
          const post = posts?.get(name);
          return (
            <tr key={name}>
              <th scope="row">
                {post ? <a href={post.href}>{post.title}</a> : name ? <bdi>{name}</bdi> : <i>others</i>}
              </th>
              {posts && (
                <td className="desk-bars">
                  <Bars days={days} />
                </td>
              )}
              <td>{week}</td>
              <td>{month}</td>
              <td>{all}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const HEIGHT = 16;
const STEP = 3;

/** A bar for each of the last days. */
function Bars({ days }: { days: readonly number[] }) {
  const most = Math.max(1, ...days);
  return (
    <svg
      viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
      role="img"
      aria-label={`By day, today last: ${days.join(', ')}`}
    >
      {days.map((number, place) => {
        const height = Math.ceil((number / most) * HEIGHT);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day has no name but its place.
          <rect key={place} x={place * STEP} y={HEIGHT - height} width={STEP - 1} height={height} />
        );
      })}
    </svg>
  );
}
