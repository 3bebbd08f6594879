import type { ClientModules } from './client-modules';
import { buildCsp, type CspSources, setCsp } from './csp';
import { listFontPreloads, preloadFonts } from './fonts';
import { parseHtmlPage } from './html-page';
import { moveBelow } from './move-below';
import { PageEditor } from './page-editor';
import { listScripts } from './page-scripts';
import type { ReadAsset } from './read-asset';
import { removeRuntime } from './runtime';
import { inlineStyles } from './styles';

/** What finishing a page takes besides the page. */
export interface Tools {
  readonly modules: ClientModules;
  readonly readAsset: ReadAsset;
  readonly sources: CspSources;
  /** The path below which the site is; nothing where it has a host of its own. */
  readonly base: string;
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
 * A page as it is published: without the runtime where no client component needs it, the style sheet written into it, its
 * fonts preloaded, and the policy that fits it. `keptFor` names what keeps the runtime whatever the page contains. Throws,
 * naming it, on anything that is not recognised; twice is the same as once.
 */
export function finishPage(
  html: string,
  { modules, readAsset, sources, base }: Tools,
  keptFor: readonly string[] = [],
): FinishedPage {
  const editor = new PageEditor(parseHtmlPage(moveBelow(html, base)));
  const reasons = keptFor.length > 0 ? keptFor : removeRuntime(editor, modules);
  // React removes and adds style sheets on its own where it runs: there they stay links.
  if (reasons.length === 0) inlineStyles(editor, readAsset);
  preloadFonts(editor);
  const csp = buildCsp(editor.elements, sources);
  setCsp(editor, csp);
  return {
    html: editor.toString(),
    keptFor: reasons,
    scripts: listScripts(editor.elements).flatMap(({ attributes }) => attributes.get('src') ?? []),
    fonts: listFontPreloads(editor.elements).flatMap(({ attributes }) => attributes.get('href') ?? []),
    csp,
  };
}
