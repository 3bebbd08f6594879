import type { Metadata } from 'next';
import { Suspense } from 'react';
import { DeskCalendar } from '@/components/dev/desk-calendar';
import { DeskTable } from '@/components/dev/desk-table';
import { PageHead } from '@/components/page-head';
import { ProblemList } from '@/components/problem-list';
import { createWeakProcessCache } from '@/lib/cache/process-cache';
import type { ContentIndex } from '@/lib/content/content-index';
import { getContent } from '@/lib/content/posts';
import { getDeskPage, listCalendar, parseDeskView } from '@/lib/dev/desk';
import { viewErrors } from '@/lib/views/broken';
import { getSection } from '../_shared/get-section';
import { SectionFrame } from '../_shared/section-frame';
import { ReadersDesk } from './readers-desk';

export const metadata: Metadata = { title: 'Desk', robots: { index: false } };

interface DeskPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every post the author has, in development only. */
export default async function DeskPage({ searchParams }: DeskPageProps) {
  const index = getContent();
  const query = await searchParams;
  const view = parseDeskView(query);
  const problems = viewErrors(index);
  return (
    <SectionFrame section={await getSection()}>
      <PageHead title="Desk">
        <p>
          {index.posts.length} {index.posts.length === 1 ? 'post' : 'posts'}
          {index.broken.length > 0 && `, and ${index.broken.length} that cannot be shown`}
        </p>
      </PageHead>
      {problems.length > 0 && <ProblemList problems={problems} />}
      <DeskCalendar months={listCalendar(index)} />
      {/* A database that is away is waited for. */}
      <Suspense>
        <ReadersDesk index={index} decided={typeof query.decided === 'string' ? query.decided : undefined} />
      </Suspense>
      <DeskTable list={getDeskPage(index, view)} view={view} state={stateOf(index)} strings={index.strings} />
    </SectionFrame>
  );
}

const states = createWeakProcessCache<ContentIndex, string>('states of the desk');

/** A word for a state of the content: what was counted in another is counted anew. */
function stateOf(index: ContentIndex): string {
  return states.getOrCreate(index, () => String(Date.now()));
}
