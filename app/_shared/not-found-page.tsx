import { EntryList } from '@/components/entry-list';
import { Message } from '@/components/message';
import { PageHead } from '@/components/page-head';
import { PostIndex } from '@/components/post-index';
import { getNearestScript } from '@/lib/bundles/nearest-script';
import type { ContentIndex } from '@/lib/content/content-index';
import { formatMessage } from '@/lib/site/strings/messages';
import { archivePath, homePath, inSection, searchPath, tagsPath } from '@/lib/urls';
import { viewNotFound } from '@/lib/views/not-found';
import { renderPart } from './render-part';
import { SectionFrame } from './section-frame';

/** The page for addresses that do not exist, as a section has it. */
export async function NotFoundPage({ section }: { section: ContentIndex }) {
  const { latest } = await viewNotFound(section);
  const help = await renderPart('not-found', section);
  const { strings } = section;
  const link = (path: string) => (text: string) => <a href={inSection(strings, path)}>{text}</a>;
  return (
    <SectionFrame section={section}>
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
    </SectionFrame>
  );
}
