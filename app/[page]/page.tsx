import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { PostLayout } from '@/components/post-layout';
import { Specimen } from '@/components/specimen';
import { StructuredData } from '@/components/structured-data';
import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam } from '@/lib/urls';
import { viewBroken } from '@/lib/views/broken';
import { viewContentPage } from '@/lib/views/content-page';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { viewSpecimen } from '@/lib/views/specimen';
import { BrokenDocumentPage } from '../_shared/broken-document';
import { renderPageBody } from '../_shared/render-document';

export const dynamicParams = false;

type Props = PageProps<'/[page]'>;

export const generateStaticParams = () => getStaticParams('/[page]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [index, slug] = [getIndex(), decodeParam((await params).page)];
  return (viewSpecimen(index, slug) ?? (await viewContentPage(index, slug)))?.metadata ?? {};
}

export default async function ContentPage({ params }: Props) {
  const slug = decodeParam((await params).page);
  const specimen = viewSpecimen(getIndex(), slug);
  if (specimen) return <Specimen view={specimen} strings={getStrings()} />;
  const view = await viewContentPage(getIndex(), slug);
  const broken = view ? undefined : viewBroken(getIndex(), 'page', slug);
  if (broken) return <BrokenDocumentPage {...broken} />;
  if (!view) notFound();
  const { title, lang, graph } = view;
  const rendered = await renderPageBody(slug);
  if (!rendered.ok) return <BrokenDocumentPage title={title} problems={rendered.problems} />;
  return (
    <PostLayout lang={lang} header={<PageHead title={title} />}>
      {rendered.content}
      <StructuredData json={graph} />
    </PostLayout>
  );
}
