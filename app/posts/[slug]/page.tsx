import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Contents } from '@/components/contents';
import { Neighbours } from '@/components/neighbours';
import { PostColophon } from '@/components/post-colophon';
import { PostHeader } from '@/components/post-header';
import { PostLayout } from '@/components/post-layout';
import { RelatedList } from '@/components/related-list';
import { RunningTitle } from '@/components/running-title';
import { SeriesList } from '@/components/series-list';
import { StructuredData } from '@/components/structured-data';
import { toPostCard } from '@/lib/cards/card-files';
import { findNeighbours } from '@/lib/content/arrange';
import { getBroken, getContent, getPost, getToday } from '@/lib/content/posts';
import { findRelated } from '@/lib/content/related';
import { getSeries } from '@/lib/content/series';
import { getTranslations } from '@/lib/content/translations';
import type { Post } from '@/lib/content/types';
import { daysBetween } from '@/lib/dates';
import { getStaticParams } from '@/lib/next/static-params';
import { toEditUrl, toReportUrl } from '@/lib/site/repository-links';
import type { Site } from '@/lib/site/site';
import { buildPostGraph, formatGraph } from '@/lib/syndication/structured-data';
import { absoluteUrl, decodeParam, feedPath, markdownPath, postPath } from '@/lib/urls';
import { BrokenDocumentPage } from '../../_shared/broken-document';
import { findVariants } from '../../_shared/pictures';
import { PostCover } from '../../_shared/post-cover';
import { toPostMetadata } from '../../_shared/post-metadata';
import { renderOrProblems } from '../../_shared/render-document';

export const dynamicParams = false;

const RELATED_POSTS = 3;

type Props = PageProps<'/posts/[slug]'>;

export const generateStaticParams = () => getStaticParams('/posts/[slug]');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = getPost(decodeParam((await params).slug));
  return post ? toPostMetadata(post, getContent()) : {};
}

export default async function PostPage({ params }: Props) {
  const slug = decodeParam((await params).slug);
  const post = getPost(slug);
  const broken = post ? undefined : getBroken('post', slug);
  if (broken) return <BrokenDocumentPage title={broken.slug} problems={broken.problems} />;
  if (!post) notFound();
  const index = getContent();
  const { site } = index;
  const rendered = await renderOrProblems(post);
  if (!rendered.ok) return <BrokenDocumentPage title={post.title} problems={rendered.problems} />;
  const language = post.lang ?? site.language;
  const image = absoluteUrl(site.url, (await toPostCard(post, index)).path);
  return (
    <PostLayout
      lang={language === site.language ? undefined : language}
      header={
        <PostHeader
          post={post}
          language={site.language}
          siteAuthor={site.author}
          isAged={isAged(post, site)}
          cover={post.cover && <PostCover post={post} findVariants={findVariants} />}
        />
      }
      contents={<Contents headings={rendered.headings} />}
      end={<End post={post} />}
    >
      {rendered.content}
      <RunningTitle title={post.title} />
      <StructuredData json={formatGraph(buildPostGraph(post, index, image))} />
    </PostLayout>
  );
}

const DAYS_OF_A_YEAR = 365.25;

function isAged({ date, updated = date }: Post, { agedAfterYears, timeZone }: Site): boolean {
  if (updated === undefined || agedAfterYears === 0) return false;
  return daysBetween(updated, getToday(timeZone)) > agedAfterYears * DAYS_OF_A_YEAR;
}

function End({ post }: { post: Post }) {
  const index = getContent();
  const { site, posts } = index;
  const series = getSeries(index, post);
  const report = toReportUrl(post, site);
  const links = [
    ...(site.repository ? [{ label: 'Edit this page', href: toEditUrl(post, site.repository) }] : []),
    ...(report === undefined ? [] : [{ label: 'Report a mistake', href: report }]),
    ...getTranslations(index, post).flatMap((other) =>
      other === post ? [] : toTranslationLink(other, site),
    ),
    { label: 'Markdown', href: markdownPath(post.slug), type: 'text/markdown' },
    { label: 'Feed', href: feedPath },
  ];
  return (
    <>
      <PostColophon post={post} site={site} links={links} />
      {series && <SeriesList {...series} current={post} />}
      <Neighbours {...findNeighbours(posts, post)} />
      <RelatedList posts={findRelated(index, post, RELATED_POSTS)} language={site.language} />
    </>
  );
}

/** The language by its own name, as those who read it look for it. */
function toTranslationLink({ slug, lang }: Post, { language }: Site) {
  const code = lang ?? language;
  const label = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return { label, href: postPath(slug), lang: code };
}
