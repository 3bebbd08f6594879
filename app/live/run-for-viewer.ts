import { cookies } from 'next/headers';
import { READER, VIEW_COOKIE } from '@/components/dev/reader-view';
import { runFor } from '@/lib/content/posts';

/** Does the work of a request for whom it is made: its author, or an author who looks at the site as a reader. */
export async function runForViewer<T>(work: () => Promise<T>): Promise<T> {
  const isReader = (await cookies()).get(VIEW_COOKIE)?.value === READER;
  return isReader ? runFor('public', work) : work();
}
