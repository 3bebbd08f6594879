import type { ContentIndex } from '@/lib/content/content-index';

/** In development, the author's bar of pages that bring along their frame; the others have it from `template.dev.tsx`. */
export async function FramedAuthorBar({ section }: { section: ContentIndex }) {
  if (process.env.NODE_ENV === 'production') return null;
  if (!section.whole) return null;
  const { AuthorBar } = await import('@/components/dev/author-bar');
  const { countSettledChanges } = await import('@/lib/dev/watch-content');
  return <AuthorBar changes={countSettledChanges()} />;
}
