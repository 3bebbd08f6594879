import { type ClientModules, isFrameworkModule } from './client-modules';
import { editPage } from './edit-page';
import { parseClientReferences } from './flight';
import type { HtmlPage, Span } from './html-page';
import { classifyScript, listScripts } from './page-scripts';

export interface BarePage {
  readonly page: HtmlPage;
  /** Source paths of the client components, and whatever else keeps the runtime on this page; empty where it is gone. */
  readonly keptFor: readonly string[];
}

const STREAMED = 'content that arrives late (Suspense, loading.tsx)';

/**
 * A page without the framework's scripts and data, where none of its client components is the site's own; else the
 * page as it is. Throws, with what it met, where anything is not recognised. Twice gives the same as once.
 */
export function removeRuntime(page: HtmlPage, modules: ClientModules): BarePage {
  const scripts = listScripts(page).map((script) => ({ script, kind: classifyScript(script) }));
  const unknown = scripts.find(({ kind }) => kind === 'unknown');
  if (unknown)
    throw new Error(
      `a script that is not recognised: ${describe(page.source.slice(unknown.script.start, unknown.script.end))}`,
    );
  const flight = scripts.filter(({ kind }) => kind === 'flight').map(({ script }) => script.text);
  const keptFor = listOwnComponents(flight, modules);
  if (scripts.some(({ kind }) => kind === 'stream')) keptFor.push(STREAMED);
  if (keptFor.length > 0) return { page, keptFor };
  const removed = scripts
    .filter(({ kind }) => ['chunk', 'boot', 'flight'].includes(kind))
    .map(({ script }) => script);
  if (removed.length === 0) return { page, keptFor };
  return { page: editPage(page, [...removed, ...listPreloads(page), ...listMarkers(page)]), keptFor };
}

function listOwnComponents(flight: readonly string[], modules: ClientModules): string[] {
  const own = new Set<string>();
  for (const { id, name } of parseClientReferences(flight)) {
    const source = modules.get(id);
    if (source === undefined)
      throw new Error(`a client component that no manifest lists: ${name} (module ${id})`);
    if (!isFrameworkModule(source)) own.add(source.replace('[project]/', ''));
  }
  return [...own].sort();
}

/** Preloads of scripts, and of modules. */
function listPreloads(page: HtmlPage): Span[] {
  return page.elements.filter(({ name, attributes }) => {
    const relation = attributes.get('rel');
    return (
      name === 'link' &&
      (relation === 'modulepreload' || (relation === 'preload' && attributes.get('as') === 'script'))
    );
  });
}

/** What React leaves for hydration: its comments, and the empty box in which metadata would arrive. */
function listMarkers(page: HtmlPage): Span[] {
  const comments = page.comments.filter(({ text }) => text === ' ' || /^\/?[$&]/.test(text) || text === '/');
  const boxes = page.elements.filter(
    ({ name, attributes, start, end }) =>
      name === 'div' &&
      attributes.size === 1 &&
      attributes.get('hidden') === '' &&
      /^<div hidden="">(<!--\/?\$-->)*<\/div>$/.test(page.source.slice(start, end)),
  );
  return [...comments, ...boxes];
}

function describe(element: string): string {
  const text = element.replace(/\s+/g, ' ');
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
