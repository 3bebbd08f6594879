import type { Metadata } from 'next';
import { PageHead } from '@/components/page-head';
import { archivePath, tagPath, tagsPath } from '@/lib/urls';
import { getIndex } from '@/lib/views/current-index';
import { type SearchPageView, viewSearchPage } from '@/lib/views/search-page';

export function generateMetadata(): Metadata {
  return viewSearchPage(getIndex()).metadata;
}

export default function SearchPage() {
  const { tags } = viewSearchPage(getIndex());
  return (
    <>
      <PageHead title="Search" />
      {/* As high as a screen: what stands below does not move while results come and go. */}
      <colophon-search class="block min-h-screen max-w-text md:ms-55">
        <noscript>
          <p>Searching needs JavaScript. These lists do not:</p>
        </noscript>
        <Lists tags={tags} />
      </colophon-search>
    </>
  );
}

/** The script puts the search in their place. */
function Lists({ tags }: Pick<SearchPageView, 'tags'>) {
  return (
    <ul>
      <li>
        <a href={archivePath()}>All notes by year</a>
      </li>
      <li>
        <a href={tagsPath()}>All subjects from A to Z</a>
      </li>
      {tags.map(({ slug, label }) => (
        <li key={slug}>
          <a href={tagPath(slug)}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
