import type { ReactNode } from 'react';
import { formatYear } from '@/lib/dates';
import type { NavigationLink, ShownSite } from '@/lib/site/site';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { feedPath, inSection } from '@/lib/urls';

interface SiteFooterProps {
  site: Pick<ShownSite, 'title' | 'rights' | 'repository' | 'navigation'>;
  /** First and last year of publication, as text. */
  years: { from: string; to: string };
  strings: Strings;
  /** What the blog writes above it. */
  children?: ReactNode;
}

/** Of the navigation, the head of a page shows so many on a phone (components/styles/site.css). */
const LINKS_ON_PHONES = 3;

const THEMES = [
  { value: 'light', name: 'light' },
  { value: 'dark', name: 'dark' },
  { value: 'system', name: 'auto' },
] as const;

/** The foot of every page: years, rights, feed, source, and the choice of theme in words. */
export function SiteFooter({ site, years, strings, children }: SiteFooterProps) {
  const [from, to] = [years.from, years.to].map((year) => formatYear(year, strings.language));
  const span = from === to ? to : `${from}–${to}`;
  return (
    <footer className="site-footer text-tools text-ink-3 print:hidden">
      {children && <div className="footer-part">{children}</div>}
      <ul className="inline-list">
        <li>
          © {span} {site.title}
        </li>
        {site.rights && <li>{site.rights}</li>}
        {listMore(site.navigation).map(({ label, href }) => (
          <li key={href} className="site-more">
            <a href={href}>{label}</a>
          </li>
        ))}
        <li>
          <a href={inSection(strings, feedPath)}>{formatMessage(strings, 'feed')}</a>
        </li>
        {site.repository && (
          <li>
            <a href={site.repository.url}>{formatMessage(strings, 'source')}</a>
          </li>
        )}
      </ul>
      <colophon-theme class="theme-words" role="group" aria-label={formatMessage(strings, 'theme')}>
        {THEMES.map(({ value, name }) => (
          <button key={value} type="button" value={value} aria-pressed={value === 'system'}>
            {formatMessage(strings, name)}
          </button>
        ))}
      </colophon-theme>
    </footer>
  );
}

/** The links that the head of a page has no room for on a phone, those of groups among them. */
function listMore(navigation: ShownSite['navigation']): NavigationLink[] {
  return navigation.slice(LINKS_ON_PHONES).flatMap((entry) => ('href' in entry ? entry : entry.items));
}
