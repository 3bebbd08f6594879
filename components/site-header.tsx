import type { NavigationLink as Link, ShownSite } from '@/lib/site/site';
import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import { homePath, iconPath, inSection } from '@/lib/urls';
import type { SectionLink } from '@/lib/views/frame';
import { SectionSwitch } from './section-switch';
import { SiteLogo } from './site-logo';

interface SiteHeaderProps {
  site: Pick<ShownSite, 'title' | 'navigation'> & { readonly icon?: string };
  /** Path of the page shown, so that its link says so. */
  current?: string;
  /** Where the blog is in several languages. */
  sections?: readonly SectionLink[] | undefined;
  strings: Strings;
}

/** The line at the head of every page: mark and name, the site's navigation, a switch of theme. */
export function SiteHeader({ site, current, sections, strings }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <a className="wordmark" href={inSection(strings, homePath)} aria-label={site.title}>
        {site.icon === undefined ? (
          <SiteLogo />
        ) : (
          // biome-ignore lint/performance/noImgElement: an SVG, which has one form.
          <img
            className="site-logo"
            src={`${iconPath}?${site.icon}`}
            width="19"
            height="19"
            alt=""
            fetchPriority="low"
          />
        )}
        <span className="wordmark-name">{site.title}</span>
      </a>
      <nav aria-label={formatMessage(strings, 'site')}>
        <ul className="site-links">
          {site.navigation.map((entry) => (
            <li key={entry.label}>
              {'href' in entry ? (
                <NavigationLink link={entry} current={current} />
              ) : (
                // One of them is open at a time.
                <details className="site-group" name="site-group">
                  <summary>{entry.label}</summary>
                  <ul>
                    {entry.items.map((link) => (
                      <li key={link.href}>
                        <NavigationLink link={link} current={current} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {sections && <SectionSwitch sections={sections} strings={strings} />}
      <colophon-theme class="theme-switch">
        <button type="button" value="toggle" aria-label={formatMessage(strings, 'switchTheme')}>
          <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <circle cx="10" cy="10" r="7.25" />
            <path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" />
          </svg>
        </button>
      </colophon-theme>
    </header>
  );
}

function NavigationLink({ link: { label, href }, current }: { link: Link; current: string | undefined }) {
  return (
    <a href={href} aria-current={href === current ? 'page' : undefined}>
      {label}
    </a>
  );
}
