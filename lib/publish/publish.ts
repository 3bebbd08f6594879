import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '../site';
import { type ClientModules, readClientModules } from './client-modules';
import { buildCsp, type CspSources, insertCsp, removeCsp } from './csp';
import { toCspSources } from './csp-sources';
import { preloadFaces } from './faces';
import { parseHtmlPage } from './html-page';
import { measurePage, type PageSize } from './page-size';
import { createAssetReader, type ReadAsset } from './read-asset';
import { removeRuntime } from './runtime';
import { inlineStyles } from './styles';

/** Pages that stand in for the site when the server fails: Next's own, with its runtime. */
const FRAMEWORK_PAGES = ['_global-error.html', '500.html'];
const FRAMEWORK_REASON = "Next's own error page";

export interface PublishedPage {
  /** Path of the file below its output folder, without the ending: `posts/hello`. */
  readonly name: string;
  /** Source paths of the client components for which the page keeps the runtime. */
  readonly keptFor: readonly string[];
  readonly size: PageSize;
}

/**
 * Finishes the pages that `next build` left in `distFolder` (and in `out` or `.vercel/output` where it wrote them
 * too): removes the runtime where no client component needs it, writes the style sheet into the page, asks for its faces of
 * type at once and adds the Content-Security-Policy. Throws, naming the page, on anything it does not recognise; twice is the same as once.
 */
export function publishPages(distFolder: string, site: Site): PublishedPage[] {
  const modules = readClientModules(distFolder);
  const readAsset = createAssetReader(distFolder);
  const sources = toCspSources(site);
  const finished = listPageFolders(distFolder).flatMap(({ folder, ending }) =>
    listFiles(folder, ending).map((file) => {
      const name = file.slice(0, -ending.length);
      try {
        const html = readFileSync(path.join(folder, file), 'utf8');
        const page = finishPage(html, FRAMEWORK_PAGES.includes(path.basename(file)), {
          modules,
          readAsset,
          sources,
        });
        return { target: path.join(folder, file), name, ...page };
      } catch (error) {
        throw new Error(`The page ${name} holds ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    }),
  );
  // Only when every page is understood is any of them changed.
  for (const { target, html } of finished) writeFileSync(target, html);
  return finished.map(({ name, keptFor, html }) => ({ name, keptFor, size: measurePage(html, readAsset) }));
}

interface Tools {
  readonly modules: ClientModules;
  readonly readAsset: ReadAsset;
  readonly sources: CspSources;
}

function finishPage(html: string, keepsRuntime: boolean, { modules, readAsset, sources }: Tools) {
  const plain = removeCsp(html);
  const { html: bare, keptFor } = keepsRuntime
    ? { html: plain, keptFor: [FRAMEWORK_REASON] }
    : removeRuntime(plain, modules);
  const isBare = keptFor.length === 0;
  // React removes and adds style sheets on its own where it runs: there they stay links.
  const inlined = isBare
    ? inlineStyles(parseHtmlPage(bare), (href) => readAsset(href).toString('utf8'))
    : bare;
  const styled = preloadFaces(parseHtmlPage(inlined));
  return { html: insertCsp(styled, buildCsp(parseHtmlPage(styled), sources)), keptFor };
}

function listPageFolders(distFolder: string): { folder: string; ending: string }[] {
  return [
    { folder: path.join(distFolder, 'server', 'app'), ending: '.html' },
    { folder: path.join(distFolder, 'server', 'pages'), ending: '.html' },
    { folder: path.resolve('out'), ending: '.html' },
    { folder: path.resolve('.vercel', 'output', 'functions'), ending: '.prerender-fallback.html' },
    { folder: path.resolve('.vercel', 'output', 'static'), ending: '.html' },
  ].filter(({ folder }) => existsSync(folder));
}

function listFiles(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}
