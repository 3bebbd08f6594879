import type { ShownSite } from '../site/site';
import { formatMessage, type Strings } from '../site/strings/messages';
import { archivePath, inSection, pagePath, searchPath, tagsPath } from '../urls';

/** The links in the header where the settings name none. */
export function listNavigation(strings: Strings, hasAbout: boolean): ShownSite['navigation'] {
  return [
    { label: formatMessage(strings, 'archive'), href: inSection(strings, archivePath()) },
    { label: formatMessage(strings, 'subjects'), href: inSection(strings, tagsPath()) },
    { label: formatMessage(strings, 'search'), href: inSection(strings, searchPath) },
    ...(hasAbout ? [{ label: formatMessage(strings, 'about'), href: pagePath('about') }] : []),
  ];
}
