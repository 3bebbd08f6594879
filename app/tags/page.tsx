import type { Metadata } from 'next';
import { PageHead } from '@/components/page-head';
import { TagIndex } from '@/components/tag-index';
import { formatMessage } from '@/lib/messages';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { viewTagIndex } from '@/lib/views/tag-index';

export function generateMetadata(): Metadata {
  return viewTagIndex(getIndex()).metadata;
}

export default function TagsPage() {
  const { tags, posts, leading, letters } = viewTagIndex(getIndex());
  const strings = getStrings();
  return (
    <>
      <PageHead title={formatMessage(strings, 'subjects')}>
        <p>
          {formatMessage(strings, 'subjectCount', { count: tags })} ·{' '}
          {formatMessage(strings, 'notes', { count: posts })}
        </p>
      </PageHead>
      <TagIndex leading={leading} letters={letters} strings={strings} />
    </>
  );
}
