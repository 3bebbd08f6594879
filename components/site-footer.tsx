import type { Site } from '@/lib/site/site';
import { feedPath } from '@/lib/urls';

interface SiteFooterProps {
  site: Pick<Site, 'title' | 'rights' | 'repository' | 'navigation'>;
  /** First and last year of publication, as text. */
  years: { from: string; to: string };
}

/** Of the navigation, the head of a page shows so many on a phone (components/styles/site.css). */
const LINKS_ON_PHONES = 3;

const THEMES = [
  { value: 'light', label: 'light' },
  { value: 'dark', label: 'dark' },
  { value: 'system', label: 'as system' },
];

/** The foot of every page: years, rights, feed, source, and the choice of theme in words. */
export function SiteFooter({ site, years }: SiteFooterProps) {
  const span = years.from === years.to ? years.to : `${years.from}–${years.to}`;
  return (
    <footer className="site-footer text-tools text-ink-3 print:hidden">
      <ul className="inline-list">
        <li>
          © {span} {site.title}
        </li>
        {site.rights && <li>{site.rights}</li>}
        {site.navigation.slice(LINKS_ON_PHONES).map(({ label, href }) => (
          <li key={href} className="site-more">
            <a href={href}>{label}</a>
          </li>
        ))}
        <li>
          <a href={feedPath}>Feed</a>
        </li>
        {site.repository && (
          <li>
            <a href={site.repository.url}>Source</a>
          </li>
        )}
      </ul>
      <colophon-theme class="theme-words" role="group" aria-label="Theme">
        {THEMES.map(({ value, label }) => (
          <button key={value} type="button" value={value} aria-pressed={value === 'system'}>
            {label}
          </button>
        ))}
      </colophon-theme>
    </footer>
  );
}
