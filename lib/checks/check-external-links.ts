import type { ContentIndex } from '../content/content-index';
import { createReporter, type Problem, padBody } from '../content/problems';
import { type Answers, probeLinks } from './fetch-links';
import { readAnswers, writeAnswers } from './link-answers';
import type { DocumentBody } from './read-bodies';

/** Warnings for links to other sites that do not work: asked on request only, and not again within a week. */
export async function checkExternalLinks(
  index: ContentIndex,
  bodies: ReadonlyMap<string, DocumentBody>,
  notify: (line: string) => void,
): Promise<Problem[]> {
  const uses = listUses(index, bodies);
  const known = readAnswers();
  const wanted = [...new Set(uses.map(({ url }) => url))].filter((url) => !known.has(url));
  if (wanted.length > 0) notify(`Checking ${wanted.length} links …`);
  const answers: Answers = new Map([...known, ...(await probeLinks(wanted, { siteUrl: index.site.url }))]);
  writeAnswers(answers);
  return uses.flatMap(({ url, report }) => {
    const fault = answers.get(url);
    return fault === undefined || fault === '' ? [] : [report(fault)];
  });
}

function listUses(index: ContentIndex, bodies: ReadonlyMap<string, DocumentBody>) {
  return [...bodies.values()].flatMap(({ document, body }) => {
    const report = createReporter(document.file, padBody(document));
    return body.references
      .filter(({ url }) => isExternal(url, index.site.url))
      .map((place) => ({
        url: toAsked(place.url),
        report: (fault: string) =>
          report(
            place,
            'warning',
            `The link "${place.url}" ${fault}.`,
            'Correct the address, or take it out.',
          ),
      }));
  });
}

function isExternal(url: string, siteUrl: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url) && new URL(url).origin !== siteUrl;
}

/** What a server gets to see of an address. */
function toAsked(url: string): string {
  return new URL(url).href.replace(/#.*$/, '');
}
