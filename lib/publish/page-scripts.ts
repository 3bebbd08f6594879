import type { HtmlPage, PageElement } from './html-page';

/** What a script element of a page is for. */
export type ScriptKind =
  /** A chunk of Next's or React's, or of a client component. */
  | 'chunk'
  /** Starts the framework, or hands it the page's data. */
  | 'boot'
  | 'flight'
  /** Ours: works without the framework. */
  | 'own'
  /** Data that no browser runs. */
  | 'data'
  | 'unknown';

const DATA_TYPES = ['application/ld+json', 'application/json', 'speculationrules'];

/** Marks the inline scripts and script elements that the engine itself puts into a page. */
export const OWN_SCRIPT = 'data-colophon';

/** Sorts a script element by what it is for. What is not recognised is `unknown`, never guessed. */
export function classifyScript({ attributes, text }: PageElement): ScriptKind {
  const source = attributes.get('src');
  if (attributes.has(OWN_SCRIPT)) return 'own';
  if (DATA_TYPES.includes(attributes.get('type') ?? '')) return 'data';
  if (source !== undefined) return /\/_next\/static\/chunks\/[^"]+\.js$/.test(source) ? 'chunk' : 'unknown';
  if (/^\(?self\.__next_f\b/.test(text)) return 'flight';
  if (attributes.get('id') === '_R_' && /^\(globalThis\["TURBOPACK/.test(text)) return 'boot';
  return 'unknown';
}

/** All script elements of a page. */
export function listScripts(page: HtmlPage): PageElement[] {
  return page.elements.filter(({ name }) => name === 'script');
}
