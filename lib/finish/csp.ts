import { createHash } from 'node:crypto';
import type { HtmlPage, PageElement } from './html-page';
import { listScripts } from './page-scripts';

/** What the site's settings allow beyond its own origin, by directive. */
export type CspSources = Readonly<Partial<Record<Directive, readonly string[]>>>;

type Directive =
  | 'script-src'
  | 'style-src'
  | 'style-src-attr'
  | 'connect-src'
  | 'frame-src'
  | 'img-src'
  | 'media-src'
  | 'font-src'
  | 'form-action';

/** Attributes that load something, and the directive that governs it. */
const LOADED: readonly (readonly [element: string, attribute: string, directive: Directive])[] = [
  ['img', 'src', 'img-src'],
  ['source', 'src', 'media-src'],
  ['video', 'src', 'media-src'],
  ['video', 'poster', 'img-src'],
  ['audio', 'src', 'media-src'],
  ['iframe', 'src', 'frame-src'],
  // A frame that is made once the reader asks for it.
  ['colophon-embed', 'data-frame', 'frame-src'],
];

/**
 * The Content-Security-Policy of one page: everything from its own origin, its inline scripts and styles by hash,
 * and the origins of the images, media and frames its text shows. No `unsafe-inline`, no `unsafe-eval`, no wildcard.
 */
export function buildCsp(page: HtmlPage, allowed: CspSources = {}): string {
  const shown = listShownOrigins(page);
  const add = (directive: Directive, ...own: string[]) => [
    ...own,
    ...new Set([...(shown.get(directive) ?? []), ...(allowed[directive] ?? [])]),
  ];
  const styleAttributes = page.elements.flatMap(({ attributes }) => attributes.get('style') ?? []);
  const directives: [string, string[]][] = [
    ['default-src', ["'none'"]],
    ['script-src', add('script-src', "'self'", ...hashInline(listScripts(page)))],
    [
      'style-src',
      add('style-src', "'self'", ...hashInline(page.elements.filter(({ name }) => name === 'style'))),
    ],
    // Hashes of style attributes count only beside this keyword; it allows those very texts and no others.
    [
      'style-src-attr',
      add(
        'style-src-attr',
        ...(styleAttributes.length > 0 ? ["'unsafe-hashes'", ...hashAll(styleAttributes)] : []),
      ),
    ],
    ['img-src', add('img-src', "'self'", 'data:')],
    ['font-src', add('font-src', "'self'")],
    ['media-src', add('media-src', "'self'")],
    ['connect-src', add('connect-src', "'self'")],
    ['frame-src', add('frame-src')],
    ['manifest-src', ["'self'"]],
    ['form-action', add('form-action', "'self'")],
    ['base-uri', ["'none'"]],
    ['object-src', ["'none'"]],
  ];
  return directives
    .map(([name, sources]) => `${name} ${sources.length > 0 ? sources.join(' ') : "'none'"}`)
    .join('; ');
}

/** The page with its policy as the first thing in its head after the character set; an older policy of ours goes. */
export function insertCsp(html: string, policy: string): string {
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll('"', '&quot;')}"/>`;
  const inserted = removeCsp(html).replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => charset + tag);
  if (!inserted.includes(tag)) throw new Error('no character set, after which its policy would stand');
  return inserted;
}

/** The page without a policy that `insertCsp` put in. */
export function removeCsp(html: string): string {
  return html.replace(/<meta http-equiv="Content-Security-Policy" content="[^"]*"\/>/, '');
}

function hashInline(elements: readonly PageElement[]): string[] {
  return hashAll(elements.filter(({ attributes }) => !attributes.has('src')).map(({ text }) => text));
}

function hashAll(texts: readonly string[]): string[] {
  return [...new Set(texts)].map(
    (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`,
  );
}

function listShownOrigins(page: HtmlPage): Map<Directive, Set<string>> {
  const origins = new Map<Directive, Set<string>>();
  for (const { name, attributes } of page.elements) {
    for (const [element, attribute, directive] of LOADED) {
      const value = element === name ? attributes.get(attribute) : undefined;
      if (value === undefined || !/^(https?:)?\/\//i.test(value) || !URL.canParse(value, 'https://x'))
        continue;
      const { origin } = new URL(value, 'https://x');
      if (origin.includes('*')) continue;
      origins.set(directive, (origins.get(directive) ?? new Set()).add(origin));
    }
  }
  return origins;
}
