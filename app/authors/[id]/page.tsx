import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuthorCard } from '@/components/author-card';
import { PageHead } from '@/components/page-head';
import { StructuredData } from '@/components/structured-data';
import { YearList } from '@/components/year-list';
import { getStaticParams } from '@/lib/next/static-params';
import { authorPath, decodeParam, feedPathOf } from '@/lib/urls';
import { viewAuthor } from '@/lib/views/author';
import { getIndex } from '@/lib/views/current-index';

export const dynamicParams = false;

type Props = PageProps<'/authors/[id]'>;

export const generateStaticParams = () => getStaticParams('/authors/[id]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return (await getView(params))?.metadata ?? {};
}

export default async function AuthorPage({ params }: Props) {
  const view = await getView(params);
  if (!view) notFound();
  const { id, name, count, years, language, graph } = view;
  return (
    <>
      <PageHead title={name}>
        <AuthorCard {...view} />
        <p>
          {count} {count === 1 ? 'note' : 'notes'} · <a href={feedPathOf('rss', authorPath(id))}>feed</a>
        </p>
      </PageHead>
      <StructuredData json={graph} />
      <YearList years={years} language={language} />
    </>
  );
}

async function getView(params: Props['params']) {
  return viewAuthor(getIndex(), decodeParam((await params).id));
}
