import { PageHead } from '@/components/page-head';
import { ProblemList } from '@/components/problem-list';
import type { Problem } from '@/lib/content/problems';
import { getSectionOfText } from '@/lib/views/current-index';
import { SectionFrame } from './section-frame';

interface BrokenDocumentPageProps {
  title: string;
  problems: readonly Problem[];
}

/** What stands in the place of a post or page that cannot be shown, in development only. */
export function BrokenDocumentPage({ title, problems }: BrokenDocumentPageProps) {
  return (
    <SectionFrame section={getSectionOfText(undefined)}>
      <PageHead title={title}>
        <p>This page cannot be shown yet. Fix what is listed here and save.</p>
      </PageHead>
      <ProblemList problems={problems} />
    </SectionFrame>
  );
}
