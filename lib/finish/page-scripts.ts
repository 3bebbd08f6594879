import type { PageElement } from './html-page';

/** What a script element of a page is for. */
export type ScriptKind =
  /** A chunk of Next's or React's, or of a client component. */
  | 'chunk'
  /** Starts the framework, or passes the page's data to it. */
  | 'boot'
  | 'flight'
  /** Inserts content that is streamed after the start of the page: React's, for Suspense and `loading.tsx`. */
  | 'stream'
  /** Ours: works without the framework. */
  | 'own'
  /** Data that no browser runs. */
  | 'data'
  | 'unknown';

const DATA_TYPES = ['application/ld+json', 'application/json', 'speculationrules'];

/** Marks the inline scripts and script elements that the engine itself writes into a page. */
export const OWN_SCRIPT = 'data-colophon';

/** Sorts a script element by what it is for. What is not recognised is `unknown`, never guessed. */
export function classifyScript({ attributes, text }: PageElement): ScriptKind {
  const source = attributes.get('src');
  if (attributes.has(OWN_SCRIPT)) return 'own';
  if (DATA_TYPES.includes(attributes.get('type') ?? '')) return 'data';
  // Hosts add the name of a deployment, so that old pages load their own files.
  if (source !== undefined)
    return /\/_next\/static\/chunks\/[^"?]+\.js(\?dpl=[\w-]+)?$/.test(source) ? 'chunk' : 'unknown';
  if (/^\(?self\.__next_f\b/.test(text)) return 'flight';
  if (attributes.get('id') === '_R_' && /^\(globalThis\["TURBOPACK/.test(text)) return 'boot';
  if (/^(requestAnimationFrame\(function\(\)\{)?\$R[A-Z]\b/.test(text)) return 'stream';
  return 'unknown';
}

/** The script elements among those of a page. */
export function listScripts(elements: readonly PageElement[]): PageElement[] {
  return elements.filter(({ name }) => name === 'script');
}
