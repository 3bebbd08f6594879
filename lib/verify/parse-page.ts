import { Parser } from 'htmlparser2';

/** What is looked at in a page. */
export interface PageFacts {
  readonly title: string;
  readonly lang: string;
  readonly headings: number;
  readonly description: string;
  readonly robots: string;
  readonly canonicals: readonly string[];
  readonly policy: string;
  readonly feeds: readonly string[];
  readonly card: string;
  /** Addresses of links, as written. */
  readonly links: readonly string[];
  /** Addresses of what the page loads. */
  readonly files: readonly string[];
  readonly ids: readonly string[];
  /** Images without an `alt`. */
  readonly unnamed: readonly string[];
  /** Texts of JSON-LD. */
  readonly data: readonly string[];
  /** Where it leads at once, as pages do that stand for an old address. */
  readonly refresh: string;
}

type Attributes = Readonly<Record<string, string>>;
type Mutable = {
  -readonly [Key in keyof PageFacts]: PageFacts[Key] extends readonly string[] ? string[] : PageFacts[Key];
};

/** The facts of an HTML page. Never throws: what a browser would repair is read as it stands. */
export function parsePage(html: string): PageFacts {
  const facts: Mutable = {
    ...{
      title: '',
      lang: '',
      headings: 0,
      description: '',
      robots: '',
      canonicals: [],
      policy: '',
      feeds: [],
    },
    ...{ card: '', links: [], files: [], ids: [], unnamed: [], data: [], refresh: '' },
  };
  let text: 'title' | 'data' | undefined;
  let svg = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'svg') svg += 1;
      if (name === 'title' && svg === 0) text = 'title';
      if (name === 'script' && attributes.type === 'application/ld+json') {
        text = 'data';
        facts.data.push('');
      }
      readElement(name, attributes, facts);
    },
    ontext(part) {
      if (text === 'title') facts.title += part;
      if (text === 'data') facts.data.push((facts.data.pop() ?? '') + part);
    },
    onclosetag(name) {
      if (name === 'svg') svg -= 1;
      if (name === 'title' || name === 'script') text = undefined;
    },
  });
  parser.end(html);
  return facts;
}

function readElement(name: string, attributes: Attributes, facts: Mutable): void {
  const { id, href = '', src, srcset, poster, lang = '', alt } = attributes;
  if (id) facts.ids.push(id);
  if (name === 'html') facts.lang = lang;
  if (name === 'h1') facts.headings += 1;
  if (name === 'a' && href) facts.links.push(href);
  if (name === 'img' && alt === undefined) facts.unnamed.push(src ?? '');
  if (name === 'meta') readMeta(attributes, facts);
  if (name === 'link') readLink(attributes, facts);
  for (const address of [src, poster]) if (address && name !== 'iframe') facts.files.push(address);
  if (srcset) facts.files.push(...srcset.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0] ?? ''));
}

function readMeta(
  { name = '', property = '', content = '', 'http-equiv': equivalent = '' }: Attributes,
  facts: Mutable,
) {
  if (name === 'description') facts.description = content;
  if (name === 'robots') facts.robots = content;
  if (property === 'og:image') facts.card = content;
  if (equivalent.toLowerCase() === 'content-security-policy') facts.policy = content;
  if (equivalent.toLowerCase() === 'refresh') facts.refresh = /url=(.*)$/i.exec(content)?.[1] ?? '';
}

function readLink({ rel = '', href = '', type = '' }: Attributes, facts: Mutable): void {
  const kinds = rel.toLowerCase().split(/\s+/);
  if (kinds.includes('canonical')) facts.canonicals.push(href);
  if (kinds.includes('alternate') && /rss|atom|feed\+json/.test(type)) facts.feeds.push(href);
  if (kinds.some((kind) => ['stylesheet', 'icon', 'apple-touch-icon', 'manifest', 'preload'].includes(kind)))
    facts.files.push(href);
}
