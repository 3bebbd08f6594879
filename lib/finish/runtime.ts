import { type ClientModules, isFrameworkModule } from './client-modules';
import { parseClientReferences } from './flight';
import type { HtmlPage, Span } from './html-page';
import type { PageEditor } from './page-editor';
import { classifyScript, listScripts } from './page-scripts';

const STREAMED = 'streamed content (Suspense, loading.tsx)';

/**
 * Removes the framework's scripts and data from a page where none of its client components is the site's own. Gives the
 * source paths of the client components, and whatever else keeps the runtime on the page; nothing where it is gone. Throws,
 * with what it met, where anything is not recognised. Twice gives the same as once.
 */
export function removeRuntime(editor: PageEditor, modules: ClientModules): string[] {
  const { page } = editor;
  const scripts = listScripts(editor.elements).map((script) => ({ script, kind: classifyScript(script) }));
  const unknown = scripts.find(({ kind }) => kind === 'unknown');
  if (unknown)
    throw new Error(
      `a script that is not recognised: ${describe(page.source.slice(unknown.script.start, unknown.script.end))}`,
    );
  const flight = scripts.filter(({ kind }) => kind === 'flight').map(({ script }) => script.text);
  const keptFor = listOwnComponents(flight, modules);
  if (scripts.some(({ kind }) => kind === 'stream')) keptFor.push(STREAMED);
  if (keptFor.length > 0) return keptFor;
  const removed = scripts
    .filter(({ kind }) => ['chunk', 'boot', 'flight'].includes(kind))
    .map(({ script }) => script);
  if (removed.length > 0) editor.remove([...removed, ...listPreloads(page), ...listMarkers(page)]);
  return [];
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

const EMPTY_ELEMENT = /<div hidden="">(?:<!--\/?\$-->)*<\/div>/y;

/** Markers for hydration: React's comments, and the empty element into which metadata would be streamed. */
function listMarkers(page: HtmlPage): Span[] {
  const comments = page.comments.filter(({ text }) => text === ' ' || /^\/?[$&]/.test(text) || text === '/');
  const placeholders = page.elements.flatMap(({ name, start }) => {
    if (name !== 'div') return [];
    EMPTY_ELEMENT.lastIndex = start;
    return EMPTY_ELEMENT.test(page.source) ? [{ start, end: EMPTY_ELEMENT.lastIndex }] : [];
  });
  return [...comments, ...placeholders];
}

function describe(element: string): string {
  const text = element.replace(/\s+/g, ' ');
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
