import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { Pagination } from '@/components/pagination';
import { YearList } from '@/components/year-list';
import { groupByYear } from '@/lib/content/arrange';
import { getContent } from '@/lib/content/posts';
import { getListPage } from '@/lib/pagination';
import { archivePath, tagsPath } from '@/lib/urls';

/** One page of the archive: posts by year, newest first. */
export function Archive({ page }: { page: number }) {
  const { posts, site } = getContent();
  const list = getListPage(posts, page, site.postsPerPage);
  if (!list) notFound();
  const oldest = posts.findLast(({ date }) => date !== undefined)?.date?.slice(0, 4);
  return (
    <>
      <PageHead title="Archive">
        <p>
          {posts.length} {posts.length === 1 ? 'note' : 'notes'}
          {oldest && ` since ${oldest}`} · by subject in the <a href={tagsPath()}>Index</a>
        </p>
      </PageHead>
      <YearList years={groupByYear(list.items)} language={site.language} />
      <Pagination page={page} pages={list.pages} path={archivePath} />
    </>
  );
}
