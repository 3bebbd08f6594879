import type { Metadata } from 'next';
import { PageHead } from '@/components/page-head';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { archivePath, inSection, tagPath, tagsPath } from '@/lib/urls';
import { type SearchPageView, viewSearchPage } from '@/lib/views/search-page';
import { getSection, type SectionProps } from '../_shared/get-section';
import { SectionFrame } from '../_shared/section-frame';

export async function generateMetadata(props: SectionProps): Promise<Metadata> {
  return viewSearchPage(await getSection(props)).metadata;
}

export default async function SearchPage(props: SectionProps) {
  const section = await getSection(props);
  const { tags } = viewSearchPage(section);
  const { strings } = section;
  return (
    <SectionFrame section={section}>
      <PageHead title={formatMessage(strings, 'search')} />
      {/* As high as a screen: what stands below does not move while results come and go. */}
      <colophon-search class="block min-h-screen max-w-text md:ms-55">
        <noscript>
          <p>{formatMessage(strings, 'searchNeedsScript')}</p>
        </noscript>
        <Lists tags={tags} strings={strings} />
      </colophon-search>
    </SectionFrame>
  );
}

/** The script puts the search in their place. */
function Lists({ tags, strings }: Pick<SearchPageView, 'tags'> & { strings: Strings }) {
  return (
    <ul>
      <li>
        <a href={inSection(strings, archivePath())}>{formatMessage(strings, 'allByYear')}</a>
      </li>
      <li>
        <a href={inSection(strings, tagsPath())}>{formatMessage(strings, 'allSubjects')}</a>
      </li>
      {tags.map(({ slug, label }) => (
        <li key={slug}>
          <a href={inSection(strings, tagPath(slug))}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
