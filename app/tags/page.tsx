import type { Metadata } from 'next';
import { PageHead } from '@/components/page-head';
import { TagIndex } from '@/components/tag-index';
import { formatMessage } from '@/lib/site/strings/messages';
import { viewTagIndex } from '@/lib/views/tag-index';
import { getSection, type SectionProps } from '../_shared/get-section';
import { SectionFrame } from '../_shared/section-frame';

export async function generateMetadata(props: SectionProps): Promise<Metadata> {
  return viewTagIndex(await getSection(props)).metadata;
}

export default async function TagsPage(props: SectionProps) {
  const section = await getSection(props);
  const { tags, posts, leading, letters } = viewTagIndex(section);
  const { strings } = section;
  return (
    <SectionFrame section={section}>
      <PageHead title={formatMessage(strings, 'subjects')}>
        <p>
          {formatMessage(strings, 'subjectCount', { count: tags })} ·{' '}
          {formatMessage(strings, 'notes', { count: posts })}
        </p>
      </PageHead>
      <TagIndex leading={leading} letters={letters} strings={strings} />
    </SectionFrame>
  );
}
