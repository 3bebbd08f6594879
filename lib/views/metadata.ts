import type { Metadata } from 'next';
import { type CardFile, toPageCard } from '../cards/card-files';
import { CARD_HEIGHT, CARD_WIDTH } from '../cards/drawing';
import type { ContentIndex } from '../content/content-index';
import type { DeclaredAuthor } from '../content/types';
import { isPreviewDeployment } from '../site/deployment';
import type { Site } from '../site/site';
import { getOwnName, type Strings } from '../site/strings/messages';
import { absoluteUrl, type FeedFormat, feedPathOf, homePath, inSection } from '../urls';

interface PageFacts {
  /** Absent on the home page, whose title is the site's. */
  readonly title?: string;
  readonly description: string;
  /** Percent-encoded path, or an absolute URL where the original is elsewhere. */
  readonly canonical: string;
  readonly isHidden?: boolean;
  /** A list of posts with feeds of its own: the path of its page, and its name. */
  readonly list?: { readonly path: string; readonly title: string };
  /** The same list in other sections: paths by language. */
  readonly sections?: Readonly<Record<string, string>> | undefined;
  /** BCP 47. Absent: the site's language. */
  readonly language?: string | undefined;
  /** Absent: the card of the page itself, or of its list, else that of the home page. */
  readonly card?: CardFile;
}

/** The metadata every page has: title, description, canonical address, Open Graph, social card and feeds. */
export function toMetadata(index: ContentIndex, facts: PageFacts): Metadata {
  const { site, strings } = index;
  const { title, description, canonical, isHidden = false, list, sections, language = site.language } = facts;
  const card =
    facts.card ??
    toPageCard(list?.path ?? canonical, index) ??
    toPageCard(inSection(strings, homePath), index);
  return {
    ...toTitle(title, index),
    description,
    alternates: {
      // The copy names no address but its own.
      ...(!isPreviewDeployment() && { canonical: toOwnUrl(canonical, site) }),
      types: toFeedLinks(site, strings, list),
      ...(sections && { languages: mapValues(sections, (path) => toOwnUrl(path, site)) }),
    },
    openGraph: {
      type: 'website',
      siteName: site.title,
      title: title ?? site.title,
      description,
      url: toOwnUrl(canonical, site),
      locale: toOpenGraphLocale(language),
      ...(card && { images: [toImage(card)] }),
    },
    // Title, description and image are those of Open Graph.
    twitter: { card: 'summary_large_image' },
    ...(isHidden ? { robots: { index: false } } : {}),
  };
}

/** Next would write the address of a home page below a path with a slash at its end, from where servers redirect. */
function toOwnUrl(canonical: string, { url }: Pick<Site, 'url'>): string {
  return canonical.startsWith('/') ? absoluteUrl(url, canonical) : canonical;
}

function mapValues(
  values: Readonly<Record<string, string>>,
  toValue: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toValue(value)]));
}

/** The layout adds the name of the blog, as the main language has it, where there is nothing else. */
export function toTitle(
  title: string | undefined,
  { site, strings, whole }: ContentIndex,
): Pick<Metadata, 'title'> {
  if (title !== undefined && strings.section === undefined) return { title };
  if (title !== undefined) return { title: { absolute: `${title} · ${site.title}` } };
  // No two pages have the same title.
  const isShared = strings.section !== undefined && site.title === whole?.site.title;
  return { title: { absolute: isShared ? `${site.title} · ${getOwnName(site.language)}` : site.title } };
}

/** The accounts under which Mastodon and others name the authors beside a link to the page. */
export function toCreator(authors: readonly Pick<DeclaredAuthor, 'fediverse'>[]): Pick<Metadata, 'other'> {
  const accounts = authors.flatMap(({ fediverse }) => fediverse ?? []);
  return accounts.length === 0 ? {} : { other: { 'fediverse:creator': accounts } };
}

/** Addresses of feeds as the heads of pages announce them: those of the site, and before them those of a list. */
export function toFeedLinks(
  site: Pick<Site, 'title'>,
  strings: Pick<Strings, 'section'>,
  list?: PageFacts['list'],
): Record<string, { url: string; title: string }[]> {
  const links = (format: FeedFormat) => [
    ...(list ? [{ url: feedPathOf(format, list.path), title: `${list.title} · ${site.title}` }] : []),
    { url: inSection(strings, feedPathOf(format)), title: site.title },
  ];
  return {
    'application/rss+xml': links('rss'),
    'application/atom+xml': links('atom'),
    'application/feed+json': links('json'),
  };
}

/** Language and region, which Open Graph wants together: `en` is `en_US`. */
export function toOpenGraphLocale(language: string): string {
  const { language: name, region } = new Intl.Locale(language).maximize();
  return region === undefined ? name : `${name}_${region}`;
}

function toImage({ path, alt, type }: CardFile) {
  return { url: path, width: CARD_WIDTH, height: CARD_HEIGHT, alt, type };
}
