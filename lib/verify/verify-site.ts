import { checkAnswers } from './check-answers';
import { checkLinks } from './check-links';
import { checkPages } from './check-pages';
import { crawl } from './crawl';
import type { SiteProblem } from './site-problem';
import type { SiteReader } from './site-reader';

export interface VerifiedSite {
  /** The address that the site names itself by. */
  readonly origin: string;
  /** How many addresses were visited. */
  readonly visited: number;
  /** In the order of their addresses. */
  readonly problems: readonly SiteProblem[];
}

/** Visits a site as a stranger does and reports what is wrong with its pages, links, files, feeds and headers. */
export async function verifySite(reader: SiteReader): Promise<VerifiedSite> {
  const crawled = await crawl(reader);
  const home = crawled.visits.get(crawled.start);
  if (!home?.page) {
    const what = home?.answer.status === 0 ? String(home.answer.body) : `status ${home?.answer.status}`;
    throw new Error(`There is no page at the start of the site (${what}).`);
  }
  const problems = [
    ...checkPages(crawled),
    ...checkLinks(crawled, reader),
    ...(await checkAnswers(crawled, reader)),
  ];
  const compare = (a: SiteProblem, b: SiteProblem) =>
    a.address.localeCompare(b.address) || a.rule.localeCompare(b.rule);
  return { origin: crawled.origin, visited: crawled.visits.size, problems: problems.sort(compare) };
}
