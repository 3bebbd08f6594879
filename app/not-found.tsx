import { EntryList } from '@/components/entry-list';
import { PageHead } from '@/components/page-head';
import { Register } from '@/components/register';
import { getNearestScript } from '@/lib/bundles/nearest-script';
import { getPosts, getSite } from '@/lib/content/posts';
import { archivePath, homePath, tagsPath } from '@/lib/urls';

const POSTS_SHOWN = 3;

export default function NotFound() {
  const posts = getPosts().slice(0, POSTS_SHOWN);
  return (
    <>
      <PageHead title="Erratum">
        <p>
          This page is not in the book. Look for it in the <a href={archivePath()}>archive</a> or the{' '}
          <a href={tagsPath()}>index</a>, or begin again on the <a href={homePath}>first page</a>.
        </p>
      </PageHead>
      {posts.length > 0 && (
        <Register>
          <section className="register-part" aria-labelledby="latest" data-nearest="">
            <h2 id="latest">For it read</h2>
            <EntryList posts={posts} language={getSite().language} dates="year" />
          </section>
        </Register>
      )}
      {process.env.NODE_ENV === 'production' && (
        // In development React puts this page in where the script would not run, and makes it beside every other page.
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a script of this project.
        <script data-colophon="" dangerouslySetInnerHTML={{ __html: getNearestScript() }} />
      )}
    </>
  );
}
