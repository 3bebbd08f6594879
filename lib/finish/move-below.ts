import { encodeXML } from 'entities';
import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import MagicString from 'magic-string';

/** Says on a page below which path it was moved. */
const MARK = 'data-base';

/** Attributes whose value is an address. */
const ADDRESSES = /^(href|src|poster|action|formaction|data|data-zoom|xlink:href)$/;
/** Attributes whose value lists addresses. */
const SETS = /^(srcset|imagesrcset)$/;

/**
 * A page whose addresses on the site are below a path (`/blog`): those of its elements, of its styles, and of the rules for
 * what is fetched ahead. Addresses of Next's own files are below it already. Twice is the same as once.
 */
export function moveBelow(html: string, base: string): string {
  if (base === '' || isMoved(html)) return html;
  const mover = new PageMover(html, base);
  const tokenizer = new Tokenizer({ decodeEntities: false }, mover);
  tokenizer.write(html);
  tokenizer.end();
  return mover.toString();
}

/** A path on the site, as a browser asks for it below `base`. */
export function toPathBelow(path: string, base: string): string {
  if (base === '' || !/^\/(?!\/)/.test(path) || isBelow(path, base)) return path;
  return path === '/' ? base : base + path;
}

/** What React puts into a page anew where it runs, which has to be right before. Posts and pages have no such names. */
function isBelow(path: string, base: string): boolean {
  return (
    path.startsWith(`${base}/`) &&
    /^\/(_next\/|elements\/|icon\.svg|apple-icon\.png)/.test(path.slice(base.length))
  );
}

class PageMover implements TokenizerCallbacks {
  readonly #source: string;
  readonly #base: string;
  readonly #text: MagicString;
  #name = '';
  #attribute = '';
  #value: readonly [start: number, end: number] | undefined;
  #isRefresh = false;
  /** Where the text of a style or script begins whose end comes next. */
  #textStart: number | undefined;
  #isRules = false;

  constructor(source: string, base: string) {
    this.#source = source;
    this.#base = base;
    this.#text = new MagicString(source);
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#source.slice(start, end).toLowerCase();
    if (this.#name === 'html') this.#text.appendLeft(end, ` ${MARK}="${encodeXML(this.#base)}"`);
    this.#isRefresh = false;
    this.#isRules = false;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase();
    this.#value = undefined;
  }

  onattribdata(start: number, end: number): void {
    this.#value = [this.#value?.[0] ?? start, end];
  }

  onattribend(quote: QuoteType): void {
    if (!this.#value || quote === QuoteType.NoValue) return;
    const [start, end] = this.#value;
    const value = this.#source.slice(start, end);
    if (this.#name === 'meta' && this.#attribute === 'http-equiv') this.#isRefresh = /^refresh$/i.test(value);
    if (this.#name === 'script' && this.#attribute === 'type') this.#isRules = value === 'speculationrules';
    const moved = this.#move(value);
    if (moved !== value) this.#text.update(start, end, moved);
  }

  #move(value: string): string {
    if (ADDRESSES.test(this.#attribute)) return toPathBelow(value, this.#base);
    if (SETS.test(this.#attribute)) {
      return value.replace(/(^|,\s*)(\/[^\s,]+)/g, (_, before: string, path: string) => {
        return before + toPathBelow(path, this.#base);
      });
    }
    if (this.#attribute === 'style') return moveStyles(value, this.#base);
    if (this.#isRefresh && this.#attribute === 'content')
      return value.replace(/(;\s*url=)(\/.*)$/i, (_, before: string, path: string) => {
        return before + toPathBelow(path, this.#base);
      });
    return value;
  }

  onopentagend(end: number): void {
    if (this.#name === 'style' || this.#isRules) this.#textStart = end + 1;
  }

  onclosetag(start: number): void {
    if (this.#textStart === undefined) return;
    const [from, to] = [this.#textStart, start - 2];
    const text = this.#source.slice(from, to);
    const moved = this.#isRules ? moveRules(text, this.#base) : moveStyles(text, this.#base);
    if (moved !== text) this.#text.update(from, to, moved);
    this.#textStart = undefined;
  }

  toString(): string {
    return this.#text.toString();
  }

  isInForeignContext(): boolean {
    return false;
  }

  onattribentity(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  onselfclosingtag(): void {}
  ontext(): void {}
  ontextentity(): void {}
}

function moveStyles(css: string, base: string): string {
  return css.replace(/(url\(\s*(?:"|'|&quot;|&#x27;)?)(\/[^"')&]*)/g, (_, before: string, path: string) => {
    return before + toPathBelow(path, base);
  });
}

/** Rules of speculation: the patterns of `href_matches` are paths. */
function moveRules(text: string, base: string): string {
  const move = (value: unknown) =>
    typeof value === 'string' && value.startsWith('/') ? base + value : value;
  const revive = (key: string, value: unknown) => {
    if (key !== 'href_matches') return value;
    return Array.isArray(value) ? value.map(move) : move(value);
  };
  return JSON.stringify(JSON.parse(text, revive));
}

function isMoved(html: string): boolean {
  return new RegExp(`<html[^>]*\\s${MARK}=`, 'i').test(html.slice(0, 1000));
}
