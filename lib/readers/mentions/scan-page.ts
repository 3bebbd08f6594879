import { Parser } from 'htmlparser2';
import { createMicroformatsWriter, type MicroformatsWriter } from './microformats-writer';

/** What a page of a stranger says, as far as mentions need it. */
export interface ScannedPage {
  /** Addresses of its links, images and the like, absolute. */
  readonly links: ReadonlySet<string>;
  readonly title: string;
  /** Its first element of the relation `webmention`, absolute. */
  readonly endpoint?: string;
  /** The elements that have microformats, written anew, in little. */
  readonly microformats: string;
}

/** No page that somebody wrote is deeper. Parsers take the square of the depth. */
const MAX_DEPTH = 512;

/** Where an address in an attribute is one that the page shows or links to. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  audio: ['src'],
  blockquote: ['cite'],
  embed: ['src'],
  iframe: ['src'],
  img: ['src'],
  object: ['data'],
  q: ['cite'],
  source: ['src'],
  video: ['src'],
};

/** What no reader sees. */
const UNSEEN = new Set(['script', 'style', 'template', 'svg', 'math', 'textarea', 'select']);

/** Reads a page, whoever wrote it, in a time that grows as its length. Undefined where it is too deep to be one. */
export function scanPage(html: string, pageUrl: string): ScannedPage | undefined {
  const scanner = new Scanner(pageUrl);
  const parser = new Parser(scanner, { decodeEntities: true });
  for (let start = 0; start < html.length && !scanner.isTooDeep; start += PIECE)
    parser.write(html.slice(start, start + PIECE));
  if (scanner.isTooDeep) return undefined;
  parser.end();
  return scanner.finish();
}

/** Small enough that what is too deep is noticed in time. */
const PIECE = 4096;

class Scanner {
  isTooDeep = false;
  readonly #links = new Set<string>();
  readonly #writer: MicroformatsWriter = createMicroformatsWriter();
  #base: string;
  #hasBase = false;
  #title: string | undefined;
  #isInTitle = false;
  #endpoint: string | undefined;
  #depth = 0;
  /** How many elements around are not seen. */
  #unseen = 0;

  constructor(pageUrl: string) {
    this.#base = pageUrl;
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.isTooDeep = true;
    if (this.isTooDeep) return;
    if (UNSEEN.has(name)) this.#unseen += 1;
    if (this.#unseen > 0) return;
    if (name === 'base') this.#readBase(attributes.href);
    if (name === 'title' && this.#title === undefined) [this.#title, this.#isInTitle] = ['', true];
    for (const attribute of ADDRESSES[name] ?? []) {
      const url = this.#resolve(attributes[attribute]);
      if (url !== undefined) this.#links.add(url);
    }
    if (name === 'a' || name === 'link') this.#readRelation(attributes);
    this.#writer.open(name, attributes, (address) => this.#resolve(address));
  }

  ontext(text: string): void {
    if (this.#isInTitle) this.#title += text;
    else if (this.#unseen === 0) this.#writer.write(text);
  }

  onclosetag(name: string): void {
    this.#depth -= 1;
    if (name === 'title') this.#isInTitle = false;
    if (this.#unseen === 0) this.#writer.close();
    if (UNSEEN.has(name)) this.#unseen -= 1;
  }

  finish(): ScannedPage {
    const endpoint = this.#endpoint;
    return {
      ...{ links: this.#links, title: this.#title ?? '', microformats: this.#writer.finish() },
      ...(endpoint !== undefined && { endpoint }),
    };
  }

  #readBase(href: string | undefined): void {
    const url = this.#hasBase ? undefined : this.#resolve(href);
    if (url !== undefined) [this.#base, this.#hasBase] = [url, true];
  }

  /** An empty address is that of the page itself. */
  #readRelation({ rel = '', href }: Readonly<Record<string, string>>): void {
    const isEndpoint = rel.toLowerCase().split(/\s+/).includes('webmention');
    if (isEndpoint && this.#endpoint === undefined) this.#endpoint = this.#resolve(href);
  }

  #resolve(address: string | undefined): string | undefined {
    return address !== undefined && URL.canParse(address, this.#base)
      ? new URL(address, this.#base).href
      : undefined;
  }
}
