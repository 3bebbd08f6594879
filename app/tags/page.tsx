import type { Metadata } from 'next';
import { PageHead } from '@/components/page-head';
import { TagIndex } from '@/components/tag-index';
import { getContent } from '@/lib/content/posts';
import { tagsPath } from '@/lib/urls';
import { toMetadata } from '../_shared/page-metadata';

export function generateMetadata(): Metadata {
  const { site } = getContent();
  const description = `The subjects of ${site.title} from A to Z, with the notes on each.`;
  return toMetadata(site, { title: 'Index', description, canonical: tagsPath() });
}

export default function TagsPage() {
  const { tags, posts } = getContent();
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return (
    <>
      <PageHead title="Index">
        <p>
          {count(tags.size, 'subject')} in {count(posts.length, 'note')}.
        </p>
      </PageHead>
      <TagIndex entries={[...tags.values()]} />
    </>
  );
}
