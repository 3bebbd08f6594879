import type { Post } from '@/lib/content/types';
import { postPath } from '@/lib/urls';

interface NeighboursProps {
  earlier?: Post | undefined;
  later?: Post | undefined;
}

/** The posts before and after this one in time. */
export function Neighbours({ earlier, later }: NeighboursProps) {
  if (!earlier && !later) return null;
  return (
    <nav className="neighbours" aria-label="Earlier and later">
      {earlier && (
        <a className="neighbour" rel="prev" href={postPath(earlier.slug)}>
          <span className="neighbour-label">Earlier</span>{' '}
          <span className="neighbour-title" lang={earlier.lang}>
            {earlier.title}
          </span>
        </a>
      )}
      {later && (
        <a className="neighbour neighbour-later" rel="next" href={postPath(later.slug)}>
          <span className="neighbour-label">Later</span>{' '}
          <span className="neighbour-title" lang={later.lang}>
            {later.title}
          </span>
        </a>
      )}
    </nav>
  );
}
