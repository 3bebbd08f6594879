import type { Metadata } from 'next';
import { FeaturedList } from '@/components/featured-list';
import { HomeIntro } from '@/components/home-intro';
import { LeadEntry } from '@/components/lead-entry';
import { Message } from '@/components/message';
import { StructuredData } from '@/components/structured-data';
import { YearList } from '@/components/year-list';
import { formatMessage } from '@/lib/messages';
import { archivePath, authorPath, feedPath } from '@/lib/urls';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { viewHome } from '@/lib/views/home';
import { ContentProblems } from './_shared/content-problems';
import { renderPart } from './_shared/render-part';

export async function generateMetadata(): Promise<Metadata> {
  return (await viewHome(getIndex())).metadata;
}

export default async function HomePage() {
  const view = await viewHome(getIndex());
  const { title, description, author, lead, featured, latest, count, graph } = view;
  const strings = getStrings();
  const intro = await renderPart('home');
  return (
    <>
      <StructuredData json={graph} />
      <h1 className="visually-hidden">{title}</h1>
      {intro ? <div className="home-intro">{intro}</div> : null}
      {!intro && (
        <HomeIntro>
          {description}
          {author && (
            <>
              {' '}
              <Message
                strings={strings}
                name="byAuthor"
                values={{ author: <a href={authorPath(author.id)}>{author.name}</a> }}
              />
            </>
          )}{' '}
          <Message
            strings={strings}
            name="thereIsAFeed"
            links={{ feed: (text) => <a href={feedPath}>{text}</a> }}
          />
        </HomeIntro>
      )}
      <ContentProblems />
      {lead ? (
        <LeadEntry post={lead} strings={strings} />
      ) : (
        <p className="lead-entry">{formatMessage(strings, 'nothingYet')}</p>
      )}
      <FeaturedList posts={featured} strings={strings} />
      {latest.length > 0 && <YearList years={latest} strings={strings} />}
      {count > 0 && (
        <p className="more">
          <a href={archivePath()}>
            {count === 1 ? formatMessage(strings, 'archive') : formatMessage(strings, 'allNotes', { count })}
          </a>
        </p>
      )}
    </>
  );
}
