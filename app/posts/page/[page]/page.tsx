import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getContent } from '@/lib/content/posts';
import { getStaticParams } from '@/lib/next/static-params';
import { parsePageNumber } from '@/lib/pagination';
import { archivePath } from '@/lib/urls';
import { Archive } from '../../../_shared/archive';
import { toMetadata } from '../../../_shared/page-metadata';

export const dynamicParams = false;

type Props = PageProps<'/posts/page/[page]'>;

export const generateStaticParams = () => getStaticParams('/posts/page/[page]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await params;
  const { site } = getContent();
  const description = `Every note of ${site.title} by year, newest first, page ${page}.`;
  return toMetadata(site, {
    title: `Archive, page ${page}`,
    description,
    canonical: archivePath(Number(page)),
  });
}

export default async function ArchiveFurtherPage({ params }: Props) {
  const page = parsePageNumber((await params).page);
  if (page === undefined) notFound();
  return <Archive page={page} />;
}
