import type { Metadata } from 'next';
import { FeaturedList } from '@/components/featured-list';
import { HomeIntro } from '@/components/home-intro';
import { LeadEntry } from '@/components/lead-entry';
import { Message } from '@/components/message';
import { StructuredData } from '@/components/structured-data';
import { YearList } from '@/components/year-list';
import { formatMessage } from '@/lib/site/strings/messages';
import { archivePath, authorPath, feedPath, inSection } from '@/lib/urls';
import { viewHome } from '@/lib/views/home';
import { ContentProblems } from './_shared/content-problems';
import { getSection, type SectionProps } from './_shared/get-section';
import { renderPart } from './_shared/render-part';
import { SectionFrame } from './_shared/section-frame';

export async function generateMetadata(props: SectionProps): Promise<Metadata> {
  return (await viewHome(await getSection(props))).metadata;
}

export default async function HomePage(props: SectionProps) {
  const section = await getSection(props);
  const view = await viewHome(section);
  const { title, description, author, lead, featured, latest, count, graph } = view;
  const { strings } = section;
  const intro = await renderPart('home', section);
  return (
    <SectionFrame section={section}>
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
            links={{ feed: (text) => <a href={inSection(strings, feedPath)}>{text}</a> }}
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
          <a href={inSection(strings, archivePath())}>
            {count === 1 ? formatMessage(strings, 'archive') : formatMessage(strings, 'allNotes', { count })}
          </a>
        </p>
      )}
    </SectionFrame>
  );
}
