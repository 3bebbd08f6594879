import type { Metadata } from 'next';
import { PageHead } from '@/components/page-head';
import { getContent } from '@/lib/content/posts';
import { archivePath, searchPath, tagPath, tagsPath } from '@/lib/urls';
import { toMetadata } from '../_shared/page-metadata';

export function generateMetadata(): Metadata {
  const { site } = getContent();
  const description = `Search the notes of ${site.title}: their titles, texts, code and subjects.`;
  return toMetadata(site, { title: 'Search', description, canonical: searchPath, isHidden: true });
}

export default function SearchPage() {
  return (
    <>
      <PageHead title="Search" />
      {/* As high as a screen: what stands below does not move while results come and go. */}
      <colophon-search class="block min-h-screen max-w-text md:ms-55">
        <noscript>
          <p>Searching needs JavaScript. These lists do not:</p>
        </noscript>
        <Lists />
      </colophon-search>
    </>
  );
}

/** The script puts the search in their place. */
function Lists() {
  const { tags } = getContent();
  return (
    <ul>
      <li>
        <a href={archivePath()}>All notes by year</a>
      </li>
      <li>
        <a href={tagsPath()}>All subjects from A to Z</a>
      </li>
      {[...tags.values()].map(({ tag }) => (
        <li key={tag.slug}>
          <a href={tagPath(tag.slug)}>{tag.label}</a>
        </li>
      ))}
    </ul>
  );
}
