import type { ReactNode } from 'react';
import { AuthorBar } from '@/components/dev/author-bar';

/** Adds the author's bar to every page. The file's name keeps it, and all it imports, out of production. */
export default function Template({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <AuthorBar />
    </>
  );
}
