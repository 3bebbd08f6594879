import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { ForeignContext } from './foreign-context';

/** A part of a page's source, from one offset up to another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface PageElement extends Span {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The text inside, for `script` and `style`. */
  readonly text: string;
}

export interface PageComment extends Span {
  readonly text: string;
}

export interface HtmlPage {
  readonly source: string;
  /**
   * What runs, loads, styles or describes the page, in order: elements of these names, and any with a `style` or `hidden`
   * attribute. Only scripts and styles end where their end tag does; all others end with their start tag.
   */
  readonly elements: readonly PageElement[];
  readonly comments: readonly PageComment[];
  /** Names of all elements of the body, and the values of their `class` attributes. */
  readonly names: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
}

/** Reads a page in one pass, as a browser does, keeping the place of each element and comment. */
export function parseHtmlPage(source: string): HtmlPage {
  const reader = new PageReader(source);
  const tokenizer = new Tokenizer({ decodeEntities: false }, reader);
  tokenizer.write(source);
  tokenizer.end();
  return reader;
}

const KEPT_NAMES = new Set([
  ...['script', 'style', 'link', 'meta'],
  ...['img', 'source', 'video', 'audio', 'iframe', 'colophon-embed'],
]);
const KEPT_ATTRIBUTES = new Set(['style', 'hidden']);

/** Where the name and the value of an attribute are in the source. */
interface AttributeSpan {
  readonly name: string;
  start: number;
  end: number;
}

class PageReader implements HtmlPage, TokenizerCallbacks {
  readonly source: string;
  readonly elements: PageElement[] = [];
  readonly comments: PageComment[] = [];
  readonly names = new Set<string>();
  readonly classes = new Set<string>();
  readonly #foreign = new ForeignContext();
  #name = '';
  #start = 0;
  #attributes: AttributeSpan[] = [];
  #isKept = false;
  #isInBody = false;
  /** The script or style whose end tag comes next. */
  #open: PageElement | undefined;
  /** Of the whole page: nearly none has anything to normalize. */
  readonly #normalize: (text: string) => string;

  constructor(source: string) {
    this.source = source;
    this.#normalize = source.includes('\r') || source.includes('\0') ? normalize : (text) => text;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.source.slice(start, end).toLowerCase();
    this.#start = start - 1;
    this.#attributes = [];
    this.#isKept = KEPT_NAMES.has(this.#name);
    this.#isInBody ||= this.#name === 'body';
    if (this.#isInBody) this.names.add(this.#name);
  }

  onattribname(start: number, end: number): void {
    const name = this.source.slice(start, end).toLowerCase();
    this.#attributes.push({ name, start: end, end });
    this.#isKept ||= KEPT_ATTRIBUTES.has(name);
  }

  onattribdata(start: number, end: number): void {
    const attribute = this.#attributes.at(-1);
    if (!attribute) return;
    attribute.start = start;
    attribute.end = end;
  }

  onattribend(quote: QuoteType): void {
    const attribute = this.#attributes.at(-1);
    if (this.#isInBody && attribute?.name === 'class' && quote !== QuoteType.NoValue)
      this.classes.add(this.source.slice(attribute.start, attribute.end));
  }

  onopentagend(end: number): void {
    this.#foreign.open(this.#name);
    this.#keep(end + 1, true);
  }

  onselfclosingtag(end: number): void {
    this.#keep(end + 1, !this.#foreign.isForeign);
  }

  #keep(end: number, isOpen: boolean): void {
    if (!this.#isKept) return;
    const element = {
      name: this.#name,
      attributes: this.#readAttributes(),
      text: '',
      start: this.#start,
      end,
    };
    if (isOpen && (this.#name === 'script' || this.#name === 'style')) this.#open = element;
    else this.elements.push(element);
  }

  /** Of two with one name, the first counts. */
  #readAttributes(): Map<string, string> {
    const attributes = new Map<string, string>();
    for (const { name, start, end } of this.#attributes) {
      if (!attributes.has(name))
        attributes.set(name, this.#normalize(decodeHTMLAttribute(this.source.slice(start, end))));
    }
    return attributes;
  }

  onclosetag(start: number, end: number): void {
    const name = this.source.slice(start, end).toLowerCase();
    if (this.#open?.name === name) this.#close(start - 2, this.source.indexOf('>', end) + 1);
    this.#foreign.close(name);
  }

  #close(textEnd: number, end: number): void {
    if (!this.#open) return;
    const raw = this.source.slice(this.#open.end, textEnd);
    const text = this.#normalize(this.#foreign.isForeign ? decodeHTML(raw) : raw);
    this.elements.push({ ...this.#open, text, end });
    this.#open = undefined;
  }

  oncomment(start: number, end: number, tail: number): void {
    if (!this.source.startsWith('<!--', start - 4)) return;
    const text = this.source.slice(start, end - tail);
    this.comments.push({ text, start: start - 4, end: end + 1 });
  }

  onend(): void {
    this.#close(this.source.length, this.source.length);
  }

  isInForeignContext(): boolean {
    return this.#foreign.isForeign;
  }

  onattribentity(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}
  ontextentity(): void {}
}

/** What a browser makes of line ends and NUL before it hashes or compares anything. */
function normalize(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
}
