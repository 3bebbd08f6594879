import type { ReactNode } from 'react';

interface PageHeadProps {
  title: ReactNode;
  /** A subject's name is set in italic, as an index sets it. Absent: roman. */
  italic?: boolean;
  /** A word above the title that says what kind of page it is. */
  kind?: string;
  /** A line or two below the title. */
  children?: ReactNode;
}

/** The head of a page that is not a post: archive, subject, author, index, erratum. */
export function PageHead({ title, italic = false, kind, children }: PageHeadProps) {
  return (
    <header className="page-head">
      {kind && <p className="text-ink-3 italic">{kind}</p>}
      <h1 className={`text-title ${italic ? 'italic' : ''}`}>{title}</h1>
      {children && <div className="mt-3 max-w-text text-ink-2">{children}</div>}
    </header>
  );
}
