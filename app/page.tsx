import type { Metadata } from 'next';
import { FeaturedList } from '@/components/featured-list';
import { Imprint } from '@/components/imprint';
import { LeadEntry } from '@/components/lead-entry';
import { StructuredData } from '@/components/structured-data';
import { YearList } from '@/components/year-list';
import { groupByYear } from '@/lib/content/arrange';
import { getContent, getSite } from '@/lib/content/posts';
import { buildHomeGraph, formatGraph } from '@/lib/syndication/structured-data';
import { archivePath, authorPath, feedPath, homePath } from '@/lib/urls';
import { ContentProblems } from './_shared/content-problems';
import { toMetadata } from './_shared/page-metadata';

export function generateMetadata(): Metadata {
  const site = getSite();
  return toMetadata(site, { description: site.description, canonical: homePath });
}

export default function HomePage() {
  const index = getContent();
  const { site, posts, authors } = index;
  const author = site.author === undefined ? undefined : authors.get(site.author)?.author;
  const [lead, ...rest] = posts;
  const featured = rest.filter(({ featured }) => featured);
  const latest = rest.filter(({ featured }) => !featured).slice(0, site.postsOnHome);
  return (
    <>
      <StructuredData json={formatGraph(buildHomeGraph(index))} />
      <h1 className="visually-hidden">{site.title}</h1>
      <Imprint>
        {site.description}
        {author && (
          <>
            {' By '}
            <a href={authorPath(author.id)}>{author.name}</a>.
          </>
        )}{' '}
        There is <a href={feedPath}>a feed</a>.
      </Imprint>
      <ContentProblems />
      {lead ? (
        <LeadEntry post={lead} language={site.language} />
      ) : (
        <p className="lead-entry">Nothing is published here yet.</p>
      )}
      <FeaturedList posts={featured} language={site.language} />
      {latest.length > 0 && <YearList years={groupByYear(latest)} language={site.language} />}
      {posts.length > 0 && (
        <p className="more">
          <a href={archivePath()}>{posts.length === 1 ? 'The archive' : `All ${posts.length} notes`}</a>
        </p>
      )}
    </>
  );
}
