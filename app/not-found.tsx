import type { Metadata } from 'next';
import { EntryList } from '@/components/entry-list';
import { PageHead } from '@/components/page-head';
import { PostIndex } from '@/components/post-index';
import { getNearestScript } from '@/lib/bundles/nearest-script';
import { archivePath, homePath, searchPath, tagsPath } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';
import { viewNotFound } from '@/lib/views/not-found';

export const metadata: Metadata = { title: 'Page not found', robots: { index: false } };

export default function NotFound() {
  const { latest, language } = viewNotFound(getIndex());
  return (
    <>
      <PageHead title="Page not found" kind="Erratum">
        <p>
          There is no page at this address. <a href={searchPath}>Search</a> for it, look for it in the{' '}
          <a href={archivePath()}>archive</a> or by <a href={tagsPath()}>subject</a>, or begin on the{' '}
          <a href={homePath}>first page</a>.
        </p>
      </PageHead>
      {latest.length > 0 && (
        <PostIndex>
          <section className="post-index-part" aria-labelledby="latest" data-nearest="Did you mean">
            <h2 id="latest">Latest</h2>
            <EntryList posts={latest} language={language} dates="year" />
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
