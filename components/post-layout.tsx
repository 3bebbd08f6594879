import type { ReactNode } from 'react';
import type { ReadView } from '@/lib/views/read';
import { directionOf } from './direction';

interface PostLayoutProps {
  header: ReactNode;
  /** The column at the start of the text on wide screens, above it on others. */
  contents?: ReactNode;
  /** The text of the post. */
  children: ReactNode;
  /** What follows the text: the colophon, neighbours, series, related posts. */
  end?: ReactNode;
  /** BCP 47 language of the text, where it is not the site's. */
  lang?: string | undefined;
  /** True where other sites can answer: programs find the text by its microformats. */
  isEntry?: boolean;
  /** Absent where nobody counts who reads to the end. */
  read?: ReadView | undefined;
}

/** The page of a post: contents, text and room for notes side by side where there is width, one column elsewhere. */
export function PostLayout({
  header,
  contents,
  children,
  end,
  lang,
  isEntry = false,
  read,
}: PostLayoutProps) {
  return (
    <article className={isEntry ? 'post h-entry' : 'post'} lang={lang} dir={lang && directionOf(lang)}>
      {header}
      {contents}
      <div className={isEntry ? 'prose e-content' : 'prose'}>{children}</div>
      {end && (
        <div className="post-end" data-read={read?.slug} data-seconds={read?.seconds}>
          {end}
        </div>
      )}
    </article>
  );
}
