import { PageHead } from '@/components/page-head';
import { ProblemList } from '@/components/problem-list';
import type { Problem } from '@/lib/content/problems';

interface BrokenDocumentPageProps {
  title: string;
  problems: readonly Problem[];
}

/** What stands in the place of a post or page that cannot be shown, in development only. */
export function BrokenDocumentPage({ title, problems }: BrokenDocumentPageProps) {
  return (
    <>
      <PageHead title={title}>
        <p>This page cannot be shown yet. Fix what is listed here and save.</p>
      </PageHead>
      <ProblemList problems={problems} />
    </>
  );
}
