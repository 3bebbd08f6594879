import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuthorCard } from '@/components/author-card';
import { PageHead } from '@/components/page-head';
import { StructuredData } from '@/components/structured-data';
import { YearList } from '@/components/year-list';
import { groupByYear } from '@/lib/content/arrange';
import { getContent } from '@/lib/content/posts';
import { buildAuthorGraph, formatGraph } from '@/lib/syndication/structured-data';
import { authorPath, decodeParam, feedPathOf } from '@/lib/urls';
import { toMetadata } from '../../page-metadata';

export const dynamicParams = false;

type Props = PageProps<'/authors/[id]'>;

export function generateStaticParams() {
  return [...getContent().authors.keys()].map((id) => ({ id }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { authors, site } = getContent();
  const author = authors.get(decodeParam((await params).id))?.author;
  if (!author) return {};
  const description = author.bio ?? `Notes by ${author.name} in ${site.title}, newest first.`;
  const path = authorPath(author.id);
  return toMetadata(site, {
    title: author.name,
    description,
    canonical: path,
    list: { path, title: author.name },
  });
}

export default async function AuthorPage({ params }: Props) {
  const { authors, site } = getContent();
  const entry = authors.get(decodeParam((await params).id));
  if (!entry) notFound();
  return (
    <>
      <PageHead title={entry.author.name}>
        <AuthorCard author={entry.author} />
        <p>
          {entry.posts.length} {entry.posts.length === 1 ? 'note' : 'notes'} ·{' '}
          <a href={feedPathOf('rss', authorPath(entry.author.id))}>feed</a>
        </p>
      </PageHead>
      <StructuredData json={formatGraph(buildAuthorGraph(entry.author, site))} />
      <YearList years={groupByYear(entry.posts)} language={site.language} />
    </>
  );
}
