/** Writes the elements of a page that have microformats. */
export interface MicroformatsWriter {
  open(
    name: string,
    attributes: Readonly<Record<string, string>>,
    resolve: (address: string | undefined) => string | undefined,
  ): void;
  write(text: string): void;
  close(): void;
  finish(): string;
}

/** How many characters of text are kept: readers see the beginning of it. */
const MAX_TEXT = 32 * 1024;

const MAX_ELEMENTS = 1000;

/** How many of them may be in one another, and how many classes each may have: the parser reads what is inside once for each of them. */
const MAX_NESTED = 6;
const MAX_CLASSES = 4;

/** The classes that say what a page is about, who wrote it and what: microformats 2, and those before. */
const CLASSES = new Set(
  (
    'h-entry h-cite h-card h-feed p-name p-author p-summary p-content e-content u-url u-like-of u-repost-of u-in-reply-to ' +
    'u-bookmark-of u-author hentry hfeed vcard fn author url entry-title entry-summary entry-content'
  ).split(' '),
);

/**
 * A page is written anew before a parser of microformats reads it: elements without meaning become `div` and all are closed, so that
 * nothing in it takes more than its length. Only what `CLASSES` names is kept.
 */
export function createMicroformatsWriter(): MicroformatsWriter {
  const pieces: string[] = [];
  /** For each open element the tag that it was written as, empty where it was not. */
  const open: { readonly tag: string; readonly isMarked: boolean }[] = [];
  let [text, elements, nested, links] = [0, 0, 0, 0];
  return {
    open(name, attributes, resolve) {
      const classes = toClasses(attributes.class);
      const isMarked = classes.length > 0 && nested < MAX_NESTED;
      // A link in a link would be moved out of it.
      const isLink = LINKS.has(name) && links === 0 && (isMarked || nested > 0);
      const tag = elements < MAX_ELEMENTS ? toTag(name, isMarked, isLink) : '';
      open.push({ tag, isMarked });
      if (isMarked) nested += 1;
      if (tag === 'a') links += 1;
      if (BREAKS.has(name)) pieces.push(' ');
      if (tag === '') return;
      elements += 1;
      const href = resolve(attributes.href);
      const value = attributes.value ?? attributes.content;
      pieces.push(
        `<${tag}`,
        isMarked ? ` class="${classes.join(' ')}"` : '',
        tag === 'a' && href !== undefined ? ` href="${escapeHtml(href)}"` : '',
        tag === 'data' && value !== undefined ? ` value="${escapeHtml(value.slice(0, MAX_VALUE))}"` : '',
        '>',
      );
    },
    write(run) {
      if (text > MAX_TEXT) return;
      text += run.length;
      pieces.push(escapeHtml(run));
    },
    close() {
      const { tag = '', isMarked = false } = open.pop() ?? {};
      if (isMarked) nested -= 1;
      if (tag === 'a') links -= 1;
      if (tag !== '') pieces.push(`</${tag}>`);
    },
    finish: () => pieces.join(''),
  };
}

const MAX_VALUE = 2000;

/** Elements between which no word goes on. */
const BREAKS = new Set(
  'address article aside blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

function toClasses(attribute = ''): string[] {
  return [...new Set(attribute.split(/\s+/))].filter((one) => CLASSES.has(one)).slice(0, MAX_CLASSES);
}

const LINKS = new Set(['a', 'area', 'link']);

/** The element that is written; nothing for one that says nothing. */
function toTag(name: string, isMarked: boolean, isLink: boolean): string {
  if (isLink) return 'a';
  if (!isMarked) return '';
  return name === 'data' || name === 'meta' ? 'data' : 'div';
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
