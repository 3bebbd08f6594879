import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuthorCard } from '@/components/author-card';
import { Picture } from '@/components/mdx/picture';
import { PageHead } from '@/components/page-head';
import { StructuredData } from '@/components/structured-data';
import { YearList } from '@/components/year-list';
import { groupByYear } from '@/lib/content/arrange';
import { getContent } from '@/lib/content/posts';
import type { Author } from '@/lib/content/types';
import { getPortrait } from '@/lib/markdown/media/portraits';
import { toSourceSets } from '@/lib/markdown/media/source-sets';
import { getStaticParams } from '@/lib/next/static-params';
import { buildAuthorGraph, formatGraph } from '@/lib/syndication/structured-data';
import { authorPath, decodeParam, feedPathOf } from '@/lib/urls';
import { toMetadata } from '../../_shared/page-metadata';
import { findVariants } from '../../_shared/pictures';

export const dynamicParams = false;

type Props = PageProps<'/authors/[id]'>;

export const generateStaticParams = () => getStaticParams('/authors/[id]');

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
  const { authors, site, root } = getContent();
  const entry = authors.get(decodeParam((await params).id));
  if (!entry) notFound();
  return (
    <>
      <PageHead title={entry.author.name}>
        <AuthorCard author={entry.author} portrait={await renderPortrait(entry.author, root)} />
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

/** Fetched at once, since it stands at the head of the page, and nothing to look into. */
async function renderPortrait(author: Author, root: string) {
  const media = await getPortrait(author, root);
  if (!media) return undefined;
  const { path, width, height } = media;
  return (
    <Picture
      src={path}
      alt={`Portrait of ${author.name}`}
      width={width}
      height={height}
      sizes="7.5rem"
      loading="eager"
      data-zoom={undefined}
      {...(findVariants && toSourceSets(await findVariants(media)))}
    />
  );
}
