import { createHash } from 'node:crypto';
import { createProcessCache } from '../cache/process-cache';
import type { PageElement } from './html-page';
import { type NewElement, type PageEditor, renderElement } from './page-editor';
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
  // A frame that is created when the reader starts it.
  ['colophon-embed', 'data-frame', 'frame-src'],
];

/**
 * The Content-Security-Policy of one page: everything from its own origin, its inline scripts and styles by hash,
 * and the origins of the images, media and frames its text shows. No `unsafe-inline`, no `unsafe-eval`, no wildcard.
 */
export function buildCsp(elements: readonly PageElement[], allowed: CspSources = {}): string {
  const shown = listShownOrigins(elements);
  const add = (directive: Directive, ...own: string[]) => [
    ...own,
    ...new Set([...(shown.get(directive) ?? []), ...(allowed[directive] ?? [])]),
  ];
  const styleAttributes = elements.flatMap(({ attributes }) => attributes.get('style') ?? []);
  const directives: [string, string[]][] = [
    ['default-src', ["'none'"]],
    ['script-src', add('script-src', "'self'", ...hashInline(listScripts(elements)))],
    ['style-src', add('style-src', "'self'", ...hashInline(elements.filter(({ name }) => name === 'style')))],
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

/** Gives a page this policy, as the first thing in its head after the character set; an older policy goes. */
export function setCsp(editor: PageEditor, policy: string): void {
  const metas = editor.elements.filter(({ name }) => name === 'meta');
  const charset = metas.find(({ attributes }) => attributes.has('charset'));
  if (!charset) throw new Error('no character set, after which its policy would stand');
  const isOlder = ({ attributes, start }: PageElement) =>
    attributes.get('http-equiv') === HEADER && start === charset.end;
  editor.remove(metas.filter(isOlder));
  editor.insert(charset.end, [toMeta(policy)]);
}

/** A policy as an element of a page. */
export function renderCsp(policy: string): string {
  return renderElement(toMeta(policy));
}

const HEADER = 'Content-Security-Policy';

function toMeta(policy: string): NewElement {
  return {
    name: 'meta',
    attributes: new Map([
      ['http-equiv', HEADER],
      ['content', policy],
    ]),
    text: '',
  };
}

function hashInline(elements: readonly PageElement[]): string[] {
  return hashAll(elements.filter(({ attributes }) => !attributes.has('src')).map(({ text }) => text));
}

function hashAll(texts: readonly string[]): string[] {
  return [...new Set(texts)].map((text) =>
    text.length < MIN_SHARED_LENGTH ? toSource(text) : hashes.getOrCreate(text, () => toSource(text)),
  );
}

/** A longer text is a style sheet or a script that thousands of pages share: it is hashed once. Characters. */
const MIN_SHARED_LENGTH = 4096;

const hashes = createProcessCache<string, string>('hashes of inline style sheets and scripts', { max: 200 });

function toSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

function listShownOrigins(elements: readonly PageElement[]): Map<Directive, Set<string>> {
  const origins = new Map<Directive, Set<string>>();
  for (const { name, attributes } of elements) {
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
