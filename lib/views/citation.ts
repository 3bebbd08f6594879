import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';
import { formatBibtex } from '../syndication/bibtex';
import { absoluteUrl, postPath } from '../urls';

export interface CitationView {
  readonly title: string;
  /** By name. */
  readonly authors: readonly string[];
  /** ISO date. */
  readonly date: string;
  readonly site: string;
  /** Absolute URL of the original. */
  readonly url: string;
  readonly bibtex: string;
}

/** How a post is cited; undefined where the settings ask for none, and for one without a date. */
export function viewCitation(
  { slug, title, date, authors, canonical }: Post,
  { site }: Pick<ContentIndex, 'site'>,
): CitationView | undefined {
  if (!site.citations || date === undefined) return undefined;
  const work = {
    ...{ title, date, site: site.title },
    authors: authors.map(({ name }) => name),
    url: canonical ?? absoluteUrl(site.url, postPath(slug)),
  };
  return { ...work, bibtex: formatBibtex({ slug, ...work }) };
}
