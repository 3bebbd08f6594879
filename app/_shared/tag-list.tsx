import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { Pagination } from '@/components/pagination';
import { StructuredData } from '@/components/structured-data';
import { SeeAlso } from '@/components/tag-index';
import { YearList } from '@/components/year-list';
import { groupByYear } from '@/lib/content/arrange';
import { getContent } from '@/lib/content/posts';
import { getListPage } from '@/lib/pagination';
import { buildTagGraph, formatGraph } from '@/lib/syndication/structured-data';
import { feedPathOf, tagPath } from '@/lib/urls';

/** One page of a tag: its posts by year, newest first. */
export function TagList({ slug, page }: { slug: string; page: number }) {
  const { tags, site } = getContent();
  const entry = tags.get(slug);
  const list = entry && getListPage(entry.posts, page, site.postsPerPage);
  if (!list) notFound();
  const { tag, posts } = entry;
  const see = (tag.see ?? []).flatMap((other) => tags.get(other)?.tag ?? []);
  return (
    <>
      <PageHead title={tag.label} italic>
        {tag.description && <p>{tag.description}</p>}
        <p>
          {posts.length} {posts.length === 1 ? 'note' : 'notes'} ·{' '}
          <a href={feedPathOf('rss', tagPath(slug))}>feed</a>
          <SeeAlso tags={see} before=" · " />
        </p>
      </PageHead>
      <StructuredData json={formatGraph(buildTagGraph(tag, site))} />
      <YearList years={groupByYear(list.items)} language={site.language} />
      <Pagination page={page} pages={list.pages} path={(number) => tagPath(slug, number)} />
    </>
  );
}
