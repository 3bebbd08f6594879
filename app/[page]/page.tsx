import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { PostLayout } from '@/components/post-layout';
import { StructuredData } from '@/components/structured-data';
import { getBroken, getPage, getSite } from '@/lib/content/posts';
import { getStaticParams } from '@/lib/next/static-params';
import { buildPageGraph, formatGraph } from '@/lib/syndication/structured-data';
import { decodeParam, pagePath } from '@/lib/urls';
import { BrokenDocumentPage } from '../_shared/broken-document';
import { toMetadata } from '../_shared/page-metadata';
import { renderOrProblems } from '../_shared/render-document';

export const dynamicParams = false;

type Props = PageProps<'/[page]'>;

export const generateStaticParams = () => getStaticParams('/[page]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = getPage(decodeParam((await params).page));
  if (!page) return {};
  const site = getSite();
  const description = page.description || `${page.title}: ${site.description}`;
  return toMetadata(site, {
    title: page.title,
    description,
    canonical: pagePath(page.slug),
    language: page.lang,
  });
}

export default async function ContentPage({ params }: Props) {
  const slug = decodeParam((await params).page);
  const page = getPage(slug);
  const broken = page ? undefined : getBroken('page', slug);
  if (broken) return <BrokenDocumentPage title={broken.slug} problems={broken.problems} />;
  if (!page) notFound();
  const rendered = await renderOrProblems(page);
  if (!rendered.ok) return <BrokenDocumentPage title={page.title} problems={rendered.problems} />;
  return (
    <PostLayout lang={page.lang} header={<PageHead title={page.title} />}>
      {rendered.content}
      <StructuredData json={formatGraph(buildPageGraph(page, getSite()))} />
    </PostLayout>
  );
}
