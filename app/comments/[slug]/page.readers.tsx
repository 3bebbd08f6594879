import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/page-head';
import { getReadersPart } from '@/lib/readers/readers-part';
import { formatMessage } from '@/lib/site/strings/messages';
import { decodeParam, postPath } from '@/lib/urls';
import { viewComments } from '@/lib/views/comments';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { getSection } from '../../_shared/get-section';
import { reportAway } from '../../_shared/report-away';
import { SectionFrame } from '../../_shared/section-frame';
import { toTexts } from '../../_shared/to-texts';
import { showComments } from './show-comments';
import { showNewer } from './show-newer';

/** Never part of a build: it shows what was approved a moment ago. */
export const dynamic = 'force-dynamic';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = getIndex().postsBySlug.get(decodeParam((await params).slug));
  const title = post && formatMessage(getStrings(), 'commentsOn', { title: post.title });
  return { ...(title && { title }), robots: { index: false, follow: false } };
}

export default async function CommentsPage({ params, searchParams }: Props) {
  const post = getIndex().postsBySlug.get(decodeParam((await params).slug));
  if (!post || !getIndex().site.readers?.comments || !viewComments(post, getIndex())) notFound();
  const query = toTexts(await searchParams);
  const strings = getStrings();
  const isPart = query.since !== undefined;
  const content = await getReadersPart()
    .then((part) => (isPart ? showNewer : showComments)({ post, part, query }))
    .catch(reportAway('The comments cannot be shown'));
  return (
    <SectionFrame section={await getSection()}>
      {!isPart && (
        <PageHead title={formatMessage(strings, 'commentsOn', { title: post.title })}>
          <p>
            <a href={postPath(post.slug)}>{post.title}</a>
          </p>
        </PageHead>
      )}
      {content ?? <p role="status">{formatMessage(strings, 'commentsAway')}</p>}
    </SectionFrame>
  );
}
