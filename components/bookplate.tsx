import type { ReactNode } from 'react';
import type { AuthorView } from '@/lib/views/author';
import { Picture } from './mdx/picture';
import { Ornament } from './ornament';

interface BookplateProps extends Pick<AuthorView, 'name' | 'bio' | 'links' | 'portrait' | 'ornament'> {
  /** How much they wrote, and where it can be followed. */
  children: ReactNode;
}

/** An author as a plate in their books would have them: portrait, name, what they say of themself, ornament. */
export function Bookplate({ name, bio, links, portrait, ornament, children }: BookplateProps) {
  return (
    <header className="page-head bookplate">
      {/* At the head of the page, and nothing to look into. */}
      {portrait && <Picture sizes="7.5rem" loading="eager" data-zoom={undefined} {...portrait} />}
      <h1 className="text-title">{name}</h1>
      {bio && <p className="text-ink-2 italic">{bio}</p>}
      {ornament && <Ornament ornament={ornament} />}
      {links.length > 0 && (
        <ul className="inline-list text-nav">
          {links.map(({ label, url }) => (
            <li key={url}>
              <a href={url} rel="me">
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </header>
  );
}
