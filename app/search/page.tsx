import type { Metadata } from 'next';
import { PageHead } from '@/components/page-head';
import { formatMessage, type Strings } from '@/lib/messages';
import { archivePath, tagPath, tagsPath } from '@/lib/urls';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { type SearchPageView, viewSearchPage } from '@/lib/views/search-page';

export function generateMetadata(): Metadata {
  return viewSearchPage(getIndex()).metadata;
}

export default function SearchPage() {
  const { tags } = viewSearchPage(getIndex());
  const strings = getStrings();
  return (
    <>
      <PageHead title={formatMessage(strings, 'search')} />
      {/* As high as a screen: what stands below does not move while results come and go. */}
      <colophon-search class="block min-h-screen max-w-text md:ms-55">
        <noscript>
          <p>{formatMessage(strings, 'searchNeedsScript')}</p>
        </noscript>
        <Lists tags={tags} strings={strings} />
      </colophon-search>
    </>
  );
}

/** The script puts the search in their place. */
function Lists({ tags, strings }: Pick<SearchPageView, 'tags'> & { strings: Strings }) {
  return (
    <ul>
      <li>
        <a href={archivePath()}>{formatMessage(strings, 'allByYear')}</a>
      </li>
      <li>
        <a href={tagsPath()}>{formatMessage(strings, 'allSubjects')}</a>
      </li>
      {tags.map(({ slug, label }) => (
        <li key={slug}>
          <a href={tagPath(slug)}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
