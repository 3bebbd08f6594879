import type { Author } from '@/lib/content/types';

/** What a jacket flap says of an author: a paragraph and where else to find them. The page's head has the name. */
export function AuthorCard({ author }: { author: Author }) {
  const links = [
    ...(author.url ? [{ label: 'Website', url: author.url }] : []),
    ...(author.email ? [{ label: author.email, url: `mailto:${author.email}` }] : []),
    ...author.links,
  ];
  return (
    <div className="max-w-text">
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
