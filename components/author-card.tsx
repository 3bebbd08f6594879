import type { AuthorView } from '@/lib/views/author';
import { Picture } from './mdx/picture';

/** What a jacket flap says of an author: a paragraph and where else to find them. The page's head has the name. */
export function AuthorCard({ bio, links, portrait }: Pick<AuthorView, 'bio' | 'links' | 'portrait'>) {
  return (
    <div className="author-card max-w-text">
      {portrait && (
        <div className="portrait">
          {/* At the head of the page, and nothing to look into. */}
          <Picture sizes="7.5rem" loading="eager" data-zoom={undefined} {...portrait} />
        </div>
      )}
      {bio && <p>{bio}</p>}
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
