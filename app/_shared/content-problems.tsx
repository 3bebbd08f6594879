import { ProblemList } from '@/components/problem-list';
import { viewErrors } from '@/lib/views/broken';
import { getIndex } from '@/lib/views/current-index';

/** In development, the errors that keep posts and pages from being shown. Renders nothing in production. */
export function ContentProblems() {
  if (process.env.NODE_ENV === 'production') return null;
  const index = getIndex();
  const errors = viewErrors(index);
  if (errors.length === 0 || index.audience === 'public') return null;
  return (
    <section aria-label="Problems in the content">
      <ProblemList problems={errors} />
    </section>
  );
}
