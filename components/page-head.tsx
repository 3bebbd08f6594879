import type { ReactNode } from 'react';

interface PageHeadProps {
  title: ReactNode;
  /** A subject's name is set in italic, as an index sets it. Absent: roman. */
  italic?: boolean;
  /** A line or two below the title. */
  children?: ReactNode;
}

/** The head of a page that is not a post: archive, subject, author, index, erratum. */
export function PageHead({ title, italic = false, children }: PageHeadProps) {
  return (
    <header className="page-head">
      <h1 className={italic ? 'type-italic' : undefined}>{title}</h1>
      {children && <div className="page-head-text">{children}</div>}
    </header>
  );
}
