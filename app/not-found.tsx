import type { Metadata } from 'next';
import { EntryList } from '@/components/entry-list';
import { Message } from '@/components/message';
import { PageHead } from '@/components/page-head';
import { PostIndex } from '@/components/post-index';
import { getNearestScript } from '@/lib/bundles/nearest-script';
import { formatMessage } from '@/lib/messages';
import { archivePath, homePath, searchPath, tagsPath } from '@/lib/urls';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { viewNotFound } from '@/lib/views/not-found';
import { renderPart } from './_shared/render-part';

export function generateMetadata(): Metadata {
  return { title: formatMessage(getStrings(), 'notFound'), robots: { index: false } };
}

export default async function NotFound() {
  const { latest } = await viewNotFound(getIndex());
  const help = await renderPart('not-found');
  const strings = getStrings();
  const link = (href: string) => (text: string) => <a href={href}>{text}</a>;
  return (
    <>
      <PageHead title={formatMessage(strings, 'notFound')} kind={formatMessage(strings, 'erratum')}>
        {help ?? (
          <p>
            <Message
              strings={strings}
              name="notFoundHelp"
              links={{
                search: link(searchPath),
                archive: link(archivePath()),
                subjects: link(tagsPath()),
                home: link(homePath),
              }}
            />
          </p>
        )}
      </PageHead>
      {latest.length > 0 && (
        <PostIndex>
          <section
            className="post-index-part"
            aria-labelledby="latest"
            data-nearest={formatMessage(strings, 'didYouMean')}
          >
            <h2 id="latest">{formatMessage(strings, 'latest')}</h2>
            <EntryList posts={latest} strings={strings} dates="year" />
          </section>
        </PostIndex>
      )}
      {process.env.NODE_ENV === 'production' && (
        // In development React puts this page in where the script would not run, and makes it beside every other page.
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a script of this project.
        <script data-colophon="" dangerouslySetInnerHTML={{ __html: getNearestScript() }} />
      )}
    </>
  );
}
