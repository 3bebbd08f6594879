import type { ClientModules } from './client-modules';
import { buildCsp, type CspSources, insertCsp, removeCsp } from './csp';
import { listFontPreloads, preloadFaces } from './fonts';
import { parseHtmlPage } from './html-page';
import { listScripts } from './page-scripts';
import type { ReadAsset } from './read-asset';
import { removeRuntime } from './runtime';
import { inlineStyles } from './styles';

/** What finishing a page takes besides the page. */
export interface Tools {
  readonly modules: ClientModules;
  readonly readAsset: ReadAsset;
  readonly sources: CspSources;
}

export interface FinishedPage {
  readonly html: string;
  /** Source paths of the client components for which the page keeps the runtime. */
  readonly keptFor: readonly string[];
  /** Addresses of the script files that it loads, and of the fonts that it preloads. */
  readonly scripts: readonly string[];
  readonly fonts: readonly string[];
  readonly csp: string;
}

/**
 * A page as readers get it: without the runtime where no client component needs it, the style sheet written into it, its
 * faces of type asked for at once, and the policy that fits it. `keptFor` names what keeps the runtime whatever the page
 * holds. Throws, with what it met, on anything it does not recognise; twice is the same as once.
 */
export function finishPage(
  html: string,
  { modules, readAsset, sources }: Tools,
  keptFor: readonly string[] = [],
): FinishedPage {
  const plain = parseHtmlPage(removeCsp(html));
  const bare = keptFor.length > 0 ? { page: plain, keptFor } : removeRuntime(plain, modules);
  // React removes and adds style sheets on its own where it runs: there they stay links.
  const styled =
    bare.keptFor.length === 0
      ? inlineStyles(bare.page, (href) => readAsset(href).toString('utf8'))
      : bare.page;
  const finished = preloadFaces(styled);
  const csp = buildCsp(finished, sources);
  return {
    html: insertCsp(finished.source, csp),
    keptFor: bare.keptFor,
    scripts: listScripts(finished).flatMap(({ attributes }) => attributes.get('src') ?? []),
    fonts: listFontPreloads(finished).flatMap(({ attributes }) => attributes.get('href') ?? []),
    csp,
  };
}
