import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Citation } from '@/components/citation';
import { Contents } from '@/components/contents';
import { Neighbours } from '@/components/neighbours';
import { PostColophon } from '@/components/post-colophon';
import { PostHeader } from '@/components/post-header';
import { PostLayout } from '@/components/post-layout';
import { PrintHeader } from '@/components/print-header';
import { ByMailSection } from '@/components/readers/by-mail-section';
import { CommentsSection } from '@/components/readers/comments-section';
import { EntryData } from '@/components/readers/entry-data';
import { ThanksForm } from '@/components/readers/thanks-form';
import { RelatedList } from '@/components/related-list';
import { RevisionList } from '@/components/revision-list';
import { SeriesList } from '@/components/series-list';
import { StructuredData } from '@/components/structured-data';
import type { ContentIndex } from '@/lib/content/content-index';
import { getStaticParams } from '@/lib/next/static-params';
import { decodeParam } from '@/lib/urls';
import { viewBroken } from '@/lib/views/broken';
import { getIndex, getSectionOfText } from '@/lib/views/current-index';
import { type PostView, viewPost } from '@/lib/views/post';
import { BrokenDocumentPage } from '../../_shared/broken-document';
import { renderPostBody } from '../../_shared/render-document';
import { renderPart } from '../../_shared/render-part';
import { SectionFrame } from '../../_shared/section-frame';

export const dynamicParams = false;

type Props = PageProps<'/posts/[slug]'>;

export const generateStaticParams = () => getStaticParams('/posts/[slug]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return (await viewPost(getIndex(), decodeParam((await params).slug)))?.metadata ?? {};
}

export default async function PostPage({ params }: Props) {
  const slug = decodeParam((await params).slug);
  const view = await viewPost(getIndex(), slug);
  const broken = view ? undefined : viewBroken(getIndex(), 'post', slug);
  if (broken) return <BrokenDocumentPage {...broken} />;
  if (!view) notFound();
  const rendered = await renderPostBody(slug);
  if (!rendered.ok) return <BrokenDocumentPage title={view.title} problems={rendered.problems} />;
  const section = getSectionOfText(getIndex().postsBySlug.get(slug));
  const { strings } = section;
  return (
    <SectionFrame section={section}>
      <PostLayout
        lang={view.lang}
        isEntry={view.mentions !== undefined}
        read={view.read}
        header={<PostHeader header={view.header} strings={strings} />}
        contents={<Contents headings={rendered.headings} strings={strings} />}
        end={<End view={view} section={section} />}
      >
        {rendered.content}
        <PrintHeader title={view.title} />
        <StructuredData json={view.graph} />
      </PostLayout>
    </SectionFrame>
  );
}

async function End({ view, section }: { view: PostView; section: ContentIndex }) {
  const after = await renderPart('after-post', section);
  const { slug, colophon, series, earlier, later, related, comments, thanks, byMail, mentions } = view;
  const { strings } = section;
  return (
    <>
      {mentions && <EntryData mentions={mentions} />}
      {after && <aside className="after-post">{after}</aside>}
      <RevisionList revisions={view.revisions} lang={view.lang} strings={strings} />
      <PostColophon post={colophon} strings={strings} />
      <Citation citation={view.citation} lang={view.lang} strings={strings} />
      {series && <SeriesList {...series} current={slug} strings={strings} />}
      {thanks && <ThanksForm slug={slug} thanks={thanks} strings={strings} />}
      {byMail !== undefined && <ByMailSection section={byMail} strings={strings} />}
      {comments && <CommentsSection slug={slug} comments={comments} strings={strings} />}
      <Neighbours earlier={earlier} later={later} strings={strings} />
      <RelatedList posts={related} strings={strings} />
    </>
  );
}
