import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { authorPath, decodeParam, inSection, pagePath, postPath, seriesPath, tagPath } from '../urls';
import type { ContentIndex } from './content-index';
import { createReporter, type Problem, placeAt } from './problems';
import { listSections } from './sections';
import { readText, type TextFile } from './text-file';

/** The file of the content folder that remembers the addresses readers were given. */
export const PERMALINKS_FILE = 'permalinks.json';

export interface Permalinks {
  /** False where the blog keeps no such file: then no address is held. */
  readonly isKept: boolean;
  /** Decoded paths that were published once. */
  readonly urls: readonly string[];
  /** Those of them that may be missing: taken away on purpose. */
  readonly gone: readonly string[];
  readonly problems: readonly Problem[];
  readonly source: string;
}

const paths = z.array(z.string().startsWith('/')).default([]);
const schema = z.strictObject({ urls: paths, gone: paths });

/** Reads `permalinks.json` of a content folder. Never throws. */
export function readPermalinks(root: string): Permalinks {
  const nothing = { urls: [], gone: [], problems: [], source: '' };
  if (!existsSync(path.join(/* turbopackIgnore: true */ root, PERMALINKS_FILE)))
    return { isKept: false, ...nothing };
  const file = readText(root, PERMALINKS_FILE, new Map());
  if (file.problems.length > 0) return { ...nothing, isKept: true, problems: file.problems };
  return parsePermalinks(file);
}

function parsePermalinks({ source }: TextFile): Permalinks {
  try {
    const { urls, gone } = schema.parse(JSON.parse(source));
    return { isKept: true, urls: urls.map(normalise), gone: gone.map(normalise), problems: [], source };
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it has another form';
    const report = createReporter(PERMALINKS_FILE, source);
    const remedy = 'Write { "urls": ["/posts/hello"], "gone": [] }, or bring back the file from the history.';
    const message = `The published addresses cannot be read: ${reason.replace(/\.$/, '')}.`;
    const problem = report({ line: 1, column: 1 }, 'error', message, remedy);
    return { isKept: true, urls: [], gone: [], problems: [problem], source };
  }
}

/** Every address that the index gives readers, decoded and sorted: posts, pages, tags, authors and series. */
export function listUrls(index: ContentIndex): string[] {
  const urls = [
    ...[...index.postsBySlug.keys()].map(postPath),
    ...[...index.pages.keys()].map(pagePath),
    ...listSections(index).flatMap(({ strings, tags, series }) =>
      [...[...tags.keys()].map((slug) => tagPath(slug)), ...[...series.keys()].map(seriesPath)].map((path) =>
        inSection(strings, path),
      ),
    ),
    ...[...index.authors.keys()].map(authorPath),
  ];
  return [...new Set(urls.map(normalise))].sort();
}

/** Published addresses that neither a page nor a redirect answers any more, and what else is wrong with the file. */
export function checkPermalinks(permalinks: Permalinks, index: ContentIndex): Problem[] {
  const pages = new Set(listUrls(index));
  const redirects = new Set(index.redirects.map(({ from }) => normalise(from)));
  const report = createReporter(PERMALINKS_FILE, permalinks.source);
  const placeOf = (url: string, from = 0) =>
    placeAt(permalinks.source, Math.max(permalinks.source.indexOf(JSON.stringify(url), from), 0));
  const missing = permalinks.urls.filter(
    (url) => !pages.has(url) && !redirects.has(url) && !permalinks.gone.includes(url),
  );
  const back = permalinks.gone.filter((url) => pages.has(url) || redirects.has(url));
  return [
    ...permalinks.problems,
    ...missing.map((url) =>
      report(
        placeOf(url),
        'error',
        `The published address ${url} leads nowhere any more.`,
        toRemedy(url, index),
      ),
    ),
    ...back.map((url) =>
      report(
        placeOf(url, permalinks.source.indexOf('"gone"')),
        'warning',
        `The address ${url} is listed as gone, but it is there.`,
        'Take it out of "gone".',
      ),
    ),
  ];
}

/** Those addresses that the file does not hold yet. */
export function listNewUrls(permalinks: Permalinks, urls: readonly string[]): string[] {
  return urls.filter((url) => !permalinks.urls.includes(url));
}

/** The file with further addresses in it; those it held stay. */
export function formatPermalinks({ urls, gone }: Permalinks, further: readonly string[]): string {
  const all = [...new Set([...urls, ...further])].sort();
  return `${JSON.stringify({ urls: all, gone: [...gone].sort() }, null, 2)}\n`;
}

function toRemedy(url: string, index: ContentIndex): string {
  const last = `or move the address from "urls" to "gone" in ${PERMALINKS_FILE} if it is to be missing for good.`;
  if (url.startsWith('/tags/')) {
    return `Give the tag that takes its place the alias in tags.yml (aliases: [Old name]), ${last}`;
  }
  if (url.startsWith('/authors/')) return `Bring the author back, ${last}`;
  const hidden = [...index.routes].find(([, route]) => normalise(route.path) === url && !route.isVisible);
  const back = hidden ? `Publish ${hidden[0]} again` : 'Bring it back';
  return `${back}, add it to the post that takes its place (aliases: [${url}]), ${last}`;
}

function normalise(url: string): string {
  return decodeParam(url).replace(/(?<=.)\/+$/, '');
}
