import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { PartList } from '@/components/part-list';
import { StructuredData } from '@/components/structured-data';
import { getContent } from '@/lib/content/posts';
import { getStaticParams } from '@/lib/next/static-params';
import { buildSeriesGraph, formatGraph } from '@/lib/syndication/structured-data';
import { decodeParam, seriesPath } from '@/lib/urls';
import { toMetadata } from '../../_shared/page-metadata';

export const dynamicParams = false;

type Props = PageProps<'/series/[slug]'>;

export const generateStaticParams = () => getStaticParams('/series/[slug]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { series, site } = getContent();
  const entry = series.get(decodeParam((await params).slug));
  if (!entry) return {};
  const { name, slug, posts } = entry;
  const description = `${name}: a series of ${site.title} in ${posts.length} parts, in the order to read them.`;
  return toMetadata(site, { title: name, description, canonical: seriesPath(slug) });
}

export default async function SeriesPage({ params }: Props) {
  const { series, site } = getContent();
  const entry = series.get(decodeParam((await params).slug));
  if (!entry) notFound();
  return (
    <>
      <PageHead title={entry.name}>
        <p>A series in {entry.posts.length} parts.</p>
      </PageHead>
      <StructuredData json={formatGraph(buildSeriesGraph(entry, site))} />
      <PartList posts={entry.posts} language={site.language} />
    </>
  );
}
