import type { ReactNode } from 'react';

interface ImprintProps {
  /** The name of the site: the page's heading for those who do not see that the wordmark is one. */
  title?: string;
  children: ReactNode;
}

/** The opening of the home page: who writes here and what is read, in a sentence or two of large text. */
export function Imprint({ title, children }: ImprintProps) {
  return (
    <>
      {title && <h1 className="visually-hidden">{title}</h1>}
      <p className="imprint">{children}</p>
    </>
  );
}
