import type { Metadata } from 'next';
import { DeskCalendar } from '@/components/dev/desk-calendar';
import { DeskTable } from '@/components/dev/desk-table';
import { PageHead } from '@/components/page-head';
import { ProblemList } from '@/components/problem-list';
import { getContent } from '@/lib/content/posts';
import type { Post } from '@/lib/content/types';
import { listCalendar, listDeskPosts, parseDeskView } from '@/lib/dev/desk';
import { checkDocument } from '@/lib/markdown/check';

export const metadata: Metadata = { title: 'Desk', robots: { index: false } };

interface DeskPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every post the author has, in development only. */
export default async function DeskPage({ searchParams }: DeskPageProps) {
  const index = getContent();
  const view = parseDeskView(await searchParams);
  const problems = index.broken.flatMap((document) => document.problems);
  const countProblems = async (post: Post) => {
    const own = index.problems.filter(({ file }) => file === post.file).length;
    return own + (await checkDocument(post, index)).length;
  };
  return (
    <>
      <PageHead title="Desk">
        <p>
          {index.posts.length} {index.posts.length === 1 ? 'post' : 'posts'}
          {index.broken.length > 0 && `, and ${index.broken.length} that cannot be shown`}
        </p>
      </PageHead>
      {problems.length > 0 && <ProblemList problems={problems} />}
      <DeskCalendar months={listCalendar(index)} />
      <DeskTable posts={listDeskPosts(index, view)} view={view} countProblems={countProblems} />
    </>
  );
}
