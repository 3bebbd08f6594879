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
import { getIndex, getSectionOfText, getShownSection } from '@/lib/views/current-index';
import { viewSpecimen } from '@/lib/views/specimen';
import { BrokenDocumentPage } from '../_shared/broken-document';
import { renderPageBody } from '../_shared/render-document';
import { SectionFrame } from '../_shared/section-frame';
import HomePage, { generateMetadata as getHomeMetadata } from '../page';

export const dynamicParams = false;

type Props = PageProps<'/[page]'>;

export const generateStaticParams = () => getStaticParams('/[page]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [index, slug] = [getIndex(), decodeParam((await params).page)];
  if (getShownSection(slug)) return getHomeMetadata(toHomeProps(slug));
  return (viewSpecimen(index, slug) ?? (await viewContentPage(index, slug)))?.metadata ?? {};
}

export default async function ContentPage({ params }: Props) {
  const slug = decodeParam((await params).page);
  const index = getIndex();
  if (getShownSection(slug)) return HomePage(toHomeProps(slug));
  const section = getSectionOfText(index.pages.get(slug));
  const specimen = viewSpecimen(section, slug);
  if (specimen)
    return (
      <SectionFrame section={section}>
        <Specimen view={specimen} strings={section.strings} />
      </SectionFrame>
    );
  const view = await viewContentPage(index, slug);
  const broken = view ? undefined : viewBroken(index, 'page', slug);
  if (broken) return <BrokenDocumentPage {...broken} />;
  if (!view) notFound();
  const { title, lang, graph } = view;
  const rendered = await renderPageBody(slug);
  if (!rendered.ok) return <BrokenDocumentPage title={title} problems={rendered.problems} />;
  return (
    <SectionFrame section={section}>
      <PostLayout lang={lang} header={<PageHead title={title} />}>
        {rendered.content}
        <StructuredData json={graph} />
      </PostLayout>
    </SectionFrame>
  );
}

/** The path of a section is the address of its home page. */
function toHomeProps(section: string) {
  return { params: Promise.resolve({ section }) };
}
