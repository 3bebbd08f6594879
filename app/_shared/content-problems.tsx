import { ProblemList } from '@/components/problem-list';
import { getContent } from '@/lib/content/posts';

/** In development, the errors that keep posts and pages from being shown. Renders nothing in production. */
export function ContentProblems() {
  if (process.env.NODE_ENV === 'production') return null;
  const errors = getContent().problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  return (
    <section aria-label="Problems in the content">
      <ProblemList problems={errors} />
    </section>
  );
}
