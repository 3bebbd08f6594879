import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { Contents } from '@/components/contents';
import { createMdxComponents } from '@/components/mdx';
import { Message } from '@/components/message';
import { PostHeader } from '@/components/post-header';
import { PostLayout } from '@/components/post-layout';
import { ContentError } from '@/lib/content/problems';
import { getSectionOf } from '@/lib/content/sections';
import { formatDay } from '@/lib/dates';
import { renderDocument } from '@/lib/markdown/render/render';
import { getSharedPost, isPublished, type SharedPost } from '@/lib/share/shared-post';
import { decodeParam, postPath, sharedMediaPath } from '@/lib/urls';
import { viewCover } from '@/lib/views/pictures';
import { viewPostHeader } from '@/lib/views/post-header';
import { loadPostComponents } from '../../_shared/render-document';
import { SectionFrame } from '../../_shared/section-frame';
import { withSharedMedia } from '../../_shared/with-shared-media';

/** Never part of a build, never kept: each request is decided anew. */
export const dynamic = 'force-dynamic';

type Props = PageProps<'/share/[token]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const shared = await getShared((await params).token);
  return {
    ...(shared && { title: shared.post.title }),
    robots: { index: false, follow: false, nocache: true },
    referrer: 'no-referrer',
  };
}

export default async function SharedDraftPage({ params }: Props) {
  const token = decodeParam((await params).token);
  const shared = await getShared(token);
  if (!shared) notFound();
  const { post } = shared;
  if (isPublished(shared)) redirect(postPath(post.slug));
  const index = getSectionOf(shared.index, post);
  const rendered = await render(token, shared);
  if (!rendered) notFound();
  const cover = await viewCover(post, { toAddress: (path) => sharedMediaPath(token, path) });
  const language = post.lang ?? index.site.language;
  return (
    <SectionFrame section={index}>
      <PostLayout
        lang={language === index.site.language ? undefined : language}
        header={<PostHeader header={viewPostHeader(post, index, cover)} strings={index.strings} />}
        contents={<Contents headings={rendered.headings} strings={index.strings} />}
        end={<Notice shared={{ ...shared, index }} />}
      >
        {rendered.content}
      </PostLayout>
    </SectionFrame>
  );
}

const getShared = cache(async (token: string) => getSharedPost(decodeParam(token)));

/** Undefined for a draft with errors: what is wrong with it is its author's business. */
async function render(token: string, { post, index: whole }: SharedPost) {
  try {
    const index = getSectionOf(whole, post);
    const components = withSharedMedia(createMdxComponents(index.strings), token);
    return await renderDocument(post, index, components, loadPostComponents);
  } catch (error) {
    if (error instanceof ContentError) return undefined;
    throw error;
  }
}

function Notice({ shared: { expires, index } }: { shared: SharedPost }) {
  const day = new Date(expires * 1000).toISOString();
  return (
    <p className="meta">
      <Message
        strings={index.strings}
        name="sharedUntil"
        values={{ date: <time dateTime={day}>{formatDay(day, index.site.language)}</time> }}
      />
    </p>
  );
}
