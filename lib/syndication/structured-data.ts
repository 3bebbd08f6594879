import type {
  BlogPosting,
  BreadcrumbList,
  CreativeWorkSeries,
  Graph,
  Person,
  ProfilePage,
  Thing,
  WebPage,
  WebSite,
} from 'schema-dts';
import type { ContentIndex, SeriesEntry } from '../content/content-index';
import { getSeries } from '../content/series';
import { getTranslations } from '../content/translations';
import type { Author, Page, Post } from '../content/types';
import { toRfc3339 } from '../dates';
import type { Site } from '../site/site';
import { formatMessage } from '../site/strings/messages';
import {
  absoluteUrl,
  archivePath,
  authorPath,
  homePath,
  inSection,
  pagePath,
  postPath,
  seriesPath,
  tagPath,
  tagsPath,
} from '../urls';

/** JSON that can stand in a script element whatever its texts hold (schema.org, as JSON-LD 1.1). */
export function formatGraph(graph: Graph): string {
  return JSON.stringify(graph)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

type Named = Pick<ContentIndex, 'site' | 'strings'>;

/** The home page: the site and whoever writes it. */
export function buildHomeGraph({ site, strings, authors }: ContentIndex): Graph {
  const author = authors.get(site.author ?? '')?.author;
  const website: WebSite = {
    '@type': 'WebSite',
    '@id': websiteId({ site, strings }),
    url: absoluteUrl(site.url, inSection(strings, homePath)),
    name: site.title,
    description: site.description,
    inLanguage: site.language,
    ...(author && { author: toPerson(site, author) }),
  };
  return toGraph([website]);
}

/** A post, and the way to it. `image` is the absolute address of its card. */
export function buildPostGraph(post: Post, index: ContentIndex, image: string): Graph {
  const { site, strings } = index;
  const url = absoluteUrl(site.url, postPath(post.slug));
  const translations = getTranslations(index, post).filter((other) => other !== post);
  const toWork = (other: Post) => ({ '@id': postId(site, other) });
  const series = getSeries(index, post);
  const part = series?.posts.indexOf(post) ?? -1;
  const website = { '@id': websiteId(index) };
  const whole = series && part >= 0 ? [website, { '@id': seriesId(index, series) }] : website;
  const original = translations.find(({ slug }) => slug === post.translationOf);
  const posting: BlogPosting = {
    '@type': 'BlogPosting',
    '@id': postId(site, post),
    url,
    mainEntityOfPage: post.canonical ?? url,
    headline: post.title,
    description: post.description,
    image,
    inLanguage: post.lang ?? site.language,
    wordCount: post.words,
    timeRequired: `PT${post.minutes}M`,
    keywords: post.tags.map(({ label }) => label),
    author: post.authors.map((author) => toPerson(site, author)),
    isPartOf: whole,
    ...(part >= 0 && { position: part + 1 }),
    ...(post.date && { datePublished: toRfc3339(post.date, site.timeZone) }),
    ...(post.date && { dateModified: toRfc3339(post.updated ?? post.date, site.timeZone) }),
    ...(original && { translationOfWork: toWork(original) }),
    ...(translations.length > 0 && !original && { workTranslation: translations.map(toWork) }),
  };
  return toGraph([
    posting,
    toTrail(index, [
      [formatMessage(strings, 'archive'), inSection(strings, archivePath())],
      [post.title, postPath(post.slug)],
    ]),
  ]);
}

/** A page that is not a post. */
export function buildPageGraph({ slug, title, description, lang }: Page, index: Named): Graph {
  const { site } = index;
  const path = pagePath(slug);
  const page: WebPage = {
    '@type': 'WebPage',
    url: absoluteUrl(site.url, path),
    name: title,
    ...(description && { description }),
    inLanguage: lang ?? site.language,
    isPartOf: { '@id': websiteId(index) },
  };
  return toGraph([page, toTrail(index, [[title, path]])]);
}

/** An author's page. */
export function buildAuthorGraph(author: Author, index: Named): Graph {
  const { site } = index;
  const path = authorPath(author.id);
  const page: ProfilePage = {
    '@type': 'ProfilePage',
    url: absoluteUrl(site.url, path),
    mainEntity: toPerson(site, author) as Person,
  };
  return toGraph([page, toTrail(index, [[author.name, path]])]);
}

/** A tag's page: the way to it. */
export function buildTagGraph(
  { label, slug }: { label: string; slug: string },
  { site, strings }: Named,
): Graph {
  return toGraph([
    toTrail({ site, strings }, [
      [formatMessage(strings, 'subjects'), inSection(strings, tagsPath())],
      [label, inSection(strings, tagPath(slug))],
    ]),
  ]);
}

/** The page of a series: its parts in order. */
export function buildSeriesGraph(series: SeriesEntry, { site, strings }: Named): Graph {
  const path = inSection(strings, seriesPath(series.slug));
  const work: CreativeWorkSeries = {
    '@type': 'CreativeWorkSeries',
    '@id': seriesId({ site, strings }, series),
    url: absoluteUrl(site.url, path),
    name: series.name,
    isPartOf: { '@id': websiteId({ site, strings }) },
    hasPart: series.posts.map((post) => ({ '@id': postId(site, post) })),
  };
  return toGraph([
    work,
    toTrail({ site, strings }, [
      [formatMessage(strings, 'archive'), inSection(strings, archivePath())],
      [series.name, path],
    ]),
  ]);
}

function toGraph(things: readonly Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things };
}

/** An author without listed posts has no page that stands for them. */
function toPerson(site: Site, { id, name, bio, url, links, count }: Author): Person {
  const sameAs = [...(url ? [url] : []), ...links.map((link) => link.url)];
  return {
    '@type': 'Person',
    '@id': `${absoluteUrl(site.url, authorPath(id))}#person`,
    name,
    ...(count > 0 && { url: absoluteUrl(site.url, authorPath(id)) }),
    ...(bio && { description: bio }),
    ...(sameAs.length > 0 && { sameAs }),
  };
}

function toTrail(
  { site, strings }: Named,
  steps: readonly (readonly [name: string, path: string])[],
): BreadcrumbList {
  const all = [[site.title, inSection(strings, homePath)] as const, ...steps];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: all.map(([name, path], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteUrl(site.url, path),
    })),
  };
}

function websiteId({ site: { url }, strings: { section = '' } }: Named): string {
  return `${url}${section}/#website`;
}

function seriesId({ site: { url }, strings }: Named, { slug }: SeriesEntry): string {
  return `${absoluteUrl(url, inSection(strings, seriesPath(slug)))}#series`;
}

function postId({ url }: Site, { slug }: Post): string {
  return `${absoluteUrl(url, postPath(slug))}#post`;
}
