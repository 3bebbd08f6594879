import type { ReactNode } from 'react';

/** The opening of the home page: who writes here and what is read, in a sentence or two of large text. */
export function HomeIntro({ children }: { children: ReactNode }) {
  return <p className="home-intro">{children}</p>;
}
