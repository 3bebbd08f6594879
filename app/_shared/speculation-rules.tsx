/** Not pages, or not to be asked for before a reader asks: files, what lives elsewhere, links that opted out. */
const NOT_PAGES = ['/*.*', '/media/*'];
const NOT_LINKS = '[href^="#"], [rel~="external"], [download], [target="_blank"], [data-no-prefetch]';

const pages = {
  and: [
    { href_matches: '/*' },
    { not: { href_matches: NOT_PAGES } },
    { not: { selector_matches: NOT_LINKS } },
  ],
};

const rules = {
  prefetch: [{ where: pages, eagerness: 'moderate' }],
  prerender: [{ where: pages, eagerness: 'conservative' }],
};

/** The text of the script, as it stands in every page. */
export const SPECULATION_RULES = JSON.stringify(rules);

/** Asks browsers that can to fetch a page of the site while its link is pointed at, and to prepare it on the press. */
export function SpeculationRules() {
  // Pages in development change; none is kept from before.
  if (process.env.NODE_ENV !== 'production') return null;
  return (
    <script
      type="speculationrules"
      data-colophon=""
      // biome-ignore lint/security/noDangerouslySetInnerHtml: constants, written in this file.
      dangerouslySetInnerHTML={{ __html: SPECULATION_RULES }}
    />
  );
}
