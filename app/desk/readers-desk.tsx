import { DeskReads } from '@/components/dev/desk-reads';
import { DeskWaiting } from '@/components/dev/desk-waiting';
import type { ContentIndex } from '@/lib/content/content-index';
import { todayIn } from '@/lib/dates';
import { type DeskFacts, getDeskFacts } from '@/lib/readers/desk-facts';
import { getReadersPart } from '@/lib/readers/readers-part';
import { postPath } from '@/lib/urls';

interface ReadersDeskProps {
  index: ContentIndex;
  /** A comment that was just decided. */
  decided: string | undefined;
}

/** What readers wrote and read; nothing where a blog has no readers who answer. */
export async function ReadersDesk({ index, decided }: ReadersDeskProps) {
  const { readers } = index.site;
  if (!readers) return null;
  const facts = await readFacts(index, readers, decided);
  const posts = new Map(index.posts.map(({ id, title, slug }) => [id, { title, href: postPath(slug) }]));
  return (
    <section className="desk-readers" aria-labelledby="readers">
      <h2 id="readers">Readers</h2>
      {typeof facts === 'string' ? (
        <p role="status">The database is away: {facts}</p>
      ) : (
        <>
          <DeskWaiting facts={facts} posts={posts} />
          {facts.reads && <DeskReads reads={facts.reads} posts={posts} />}
        </>
      )}
    </section>
  );
}

/** Or why there are none. */
async function readFacts(
  { site }: ContentIndex,
  readers: NonNullable<ContentIndex['site']['readers']>,
  decided: string | undefined,
): Promise<DeskFacts | string> {
  try {
    const { store } = await getReadersPart();
    return await getDeskFacts(store, readers, { today: todayIn(site.timeZone, new Date()), decided });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
