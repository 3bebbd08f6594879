import type { Metadata } from 'next';
import { PageHead } from '@/components/page-head';
import { TagIndex } from '@/components/tag-index';
import { getIndex } from '@/lib/views/current-index';
import { viewTagIndex } from '@/lib/views/tag-index';

export function generateMetadata(): Metadata {
  return viewTagIndex(getIndex()).metadata;
}

export default function TagsPage() {
  const { tags, posts, leading, letters } = viewTagIndex(getIndex());
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return (
    <>
      <PageHead title="Index">
        <p>
          {count(tags, 'subject')} in {count(posts, 'note')}.
        </p>
      </PageHead>
      <TagIndex leading={leading} letters={letters} />
    </>
  );
}
