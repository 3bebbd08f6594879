import type { ReactNode } from 'react';
import { AuthorBar } from '@/components/dev/author-bar';
import { LiveBoundary } from '@/components/dev/live-boundary';
import { countSettledChanges } from '@/lib/dev/watch-content';
import { getIndex } from '@/lib/views/current-index';

/** Adds the author's bar to every page. The file's name keeps it, and all it imports, out of production. */
export default function Template({ children }: { children: ReactNode }) {
  const page = <LiveBoundary>{children}</LiveBoundary>;
  // Such a page brings along the whole frame, and the bar in it.
  if (getIndex().site.languages.length > 0) return page;
  return (
    <>
      {page}
      <AuthorBar changes={countSettledChanges()} />
    </>
  );
}
