import type { Crawl, Visit } from './crawl';
import type { PageFacts } from './parse-page';
import type { SiteProblem } from './site-problem';

/** What is wrong with pages by themselves, and with two that cannot be distinguished. */
export function checkPages({ visits, origin }: Crawl): SiteProblem[] {
  const pages = [...visits.values()].flatMap((visit) =>
    visit.page && visit.answer.status === 200 && visit.hops.length === 0 && visit.page.refresh === ''
      ? [{ ...visit, page: visit.page }]
      : [],
  );
  const public_ = pages.filter(({ page }) => !/noindex/.test(page.robots));
  return [
    ...pages.flatMap((visit) => checkPage(visit, origin)),
    ...findTwice(public_, 'title', 'twice-title'),
    ...findTwice(public_, 'description', 'twice-description'),
  ];
}

type PageVisit = Visit & { readonly page: PageFacts };

function checkPage({ path, page }: PageVisit, origin: string): SiteProblem[] {
  const problems: SiteProblem[] = [];
  const report = (rule: string, message: string) => problems.push({ address: path, rule, message });
  const isPublic = !/noindex/.test(page.robots);
  if (page.headings !== 1)
    report('heading', `The page has ${page.headings} headings of the first level, not one.`);
  if (page.title.trim() === '') report('title', 'The page has no title.');
  if (page.lang === '') report('language', 'The page does not name its language.');
  if (isPublic && page.description === '') report('description', 'The page has no description.');
  if (isPublic && page.canonicals.length !== 1)
    report('canonical', `The page has ${page.canonicals.length} canonical addresses, not one.`);
  for (const canonical of page.canonicals)
    if (!URL.canParse(canonical))
      report('canonical', `The canonical address "${canonical}" is not a whole one.`);
  for (const id of new Set(page.ids.filter((id, index) => page.ids.indexOf(id) !== index)))
    report('id', `The id "${id}" is used twice.`);
  for (const src of page.unnamed) report('alt', `The image "${src}" has no alternative text.`);
  if (page.policy === '' && page.refresh === '') report('policy', 'The page has no Content-Security-Policy.');
  if (/script-src[^;]*'unsafe-(inline|eval)'/.test(page.policy))
    report('policy', 'The Content-Security-Policy permits scripts that anybody slips in.');
  for (const address of [...page.files, page.card])
    if (address.startsWith('http://') && origin.startsWith('https://'))
      report('mixed-content', `The page loads "${address}" without encryption.`);
  for (const data of page.data)
    if (!isJson(data)) report('json-ld', 'The page has JSON-LD that cannot be read.');
  if (isPublic && page.card === '') report('card', 'The page names no image for where it is shared.');
  return problems;
}

function findTwice(pages: readonly PageVisit[], fact: 'title' | 'description', rule: string): SiteProblem[] {
  const first = new Map<string, string>();
  return pages.flatMap(({ path, page }) => {
    const value = page[fact].trim();
    const canonical = page.canonicals[0] ?? path;
    const other = first.get(value);
    if (value === '' || other === canonical) return [];
    if (other === undefined) {
      first.set(value, canonical);
      return [];
    }
    return [{ address: path, rule, message: `The ${fact} "${value}" is that of ${other} too.` }];
  });
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
