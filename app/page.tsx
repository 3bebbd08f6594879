import type { Metadata } from 'next';
import { FeaturedList } from '@/components/featured-list';
import { HomeIntro } from '@/components/home-intro';
import { LeadEntry } from '@/components/lead-entry';
import { StructuredData } from '@/components/structured-data';
import { YearList } from '@/components/year-list';
import { archivePath, authorPath, feedPath } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';
import { viewHome } from '@/lib/views/home';
import { ContentProblems } from './_shared/content-problems';

export function generateMetadata(): Metadata {
  return viewHome(getIndex()).metadata;
}

export default function HomePage() {
  const { title, description, author, language, lead, featured, latest, count, graph } = viewHome(getIndex());
  return (
    <>
      <StructuredData json={graph} />
      <h1 className="visually-hidden">{title}</h1>
      <HomeIntro>
        {description}
        {author && (
          <>
            {' By '}
            <a href={authorPath(author.id)}>{author.name}</a>.
          </>
        )}{' '}
        There is <a href={feedPath}>a feed</a>.
      </HomeIntro>
      <ContentProblems />
      {lead ? (
        <LeadEntry post={lead} language={language} />
      ) : (
        <p className="lead-entry">Nothing is published here yet.</p>
      )}
      <FeaturedList posts={featured} language={language} />
      {latest.length > 0 && <YearList years={latest} language={language} />}
      {count > 0 && (
        <p className="more">
          <a href={archivePath()}>{count === 1 ? 'The archive' : `All ${count} notes`}</a>
        </p>
      )}
    </>
  );
}
