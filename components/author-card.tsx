import type { ReactNode } from 'react';
import type { Author } from '@/lib/content/types';

interface AuthorCardProps {
  author: Author;
  /** The author's picture, if there is one. */
  portrait?: ReactNode;
}

/** What a jacket flap says of an author: a paragraph and where else to find them. The page's head has the name. */
export function AuthorCard({ author, portrait }: AuthorCardProps) {
  const links = [
    ...(author.url ? [{ label: 'Website', url: author.url }] : []),
    ...(author.email ? [{ label: author.email, url: `mailto:${author.email}` }] : []),
    ...author.links,
  ];
  return (
    <div className="author-card max-w-text">
      {portrait && <div className="portrait">{portrait}</div>}
      {author.bio && <p>{author.bio}</p>}
      {links.length > 0 && (
        <ul className="inline-list mt-3 text-nav">
          {links.map(({ label, url }) => (
            <li key={url}>
              <a href={url} rel="me">
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
