import { placeAt } from '../../content/problems';
import type { Report } from './report';
import { reportLiteralTag } from './report-literal-tag';

/** Elements that have no end tag. */
const VOID =
  /^(?:area|base|basefont|bgsound|br|col|embed|frame|hr|image|img|input|keygen|link|meta|param|source|track|wbr)$/;

/** Elements whose end tag HTML lets authors leave out. */
const IMPLIED_END =
  /^(?:li|dt|dd|p|rb|rt|rtc|rp|optgroup|option|colgroup|caption|thead|tbody|tfoot|tr|td|th|html|head|body)$/;

/** Elements in which a browser reads no tags but their own end tag. */
const RAW_TEXT = /^(?:script|style|textarea|title|iframe|xmp|noembed|noframes|plaintext)$/;

/** Elements of which a browser shows no content, or only where it does not know them. */
const HIDING =
  /^(?:script|style|textarea|title|iframe|xmp|noembed|noframes|plaintext|video|audio|canvas|object|select|template|noscript)$/;

const TOKEN =
  /<!---?>|<!--[\s\S]*?(?:-->|$)|<[?!][\s\S]*?(?:>|$)|<(\/?)([A-Za-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/g;

/** Elements that browsers leave out where they are in none of those named; an empty name is nowhere in a text. */
const HOMES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:html|head|body|frameset|frame)$/, ['']],
  [/^(?:caption|colgroup|col|thead|tbody|tfoot|tr|td|th)$/, ['table']],
  [/^(?:source|track)$/, ['video', 'audio', 'picture']],
  [/^param$/, ['object']],
];

interface Opened {
  readonly name: string;
  readonly offset: number;
}

interface Options {
  readonly source: string;
  readonly isElement: (name: string) => boolean;
  readonly report: Report;
}

/**
 * Reads the raw HTML of a `.md` text in its order, piece by piece, as an author means it, not as a browser's parser
 * does: `<video … />` is closed, and what no browser would show is text. Reports elements and comments that are left
 * open, at the place where they open.
 */
export class RawTags {
  readonly #options: Options;
  readonly #open: Opened[] = [];
  readonly #misplaced = new Set<string>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** A piece of HTML that starts at an offset of the source, as a browser's parser has to get it. */
  read(html: string, offset: number): string {
    let searched = offset;
    return html.replace(
      TOKEN,
      (token, slash: string, name: string | undefined, rest: string, end: string) => {
        // A piece within a quotation or a list lacks what its lines begin with.
        const found = this.#options.source.indexOf(token.split('\n')[0] ?? '', searched);
        const at = found === -1 ? searched : found;
        searched = at + 1;
        if (this.#isWithinRawText(slash, name)) return token;
        if (name === undefined) return this.#readDeclaration(token, at);
        if (!this.#options.isElement(name)) return this.#toText(token, at);
        const lower = name.toLowerCase();
        if (/\s(?:[\w-]+=\{|className=)/.test(rest)) this.#reportJsx(name, at);
        const misplaced = this.#readMisplaced(token, lower, at, token === html && this.#isBehindWords(at));
        if (misplaced !== undefined) return misplaced;
        if (lower === 'template' && !slash && !/\sshadowrootmode=/i.test(rest)) this.#reportTemplate(at);
        if (slash) this.#close(lower, at);
        else if (end && !VOID.test(lower)) return `<${name}${rest}></${name}>`;
        else if (!VOID.test(lower)) this.#open.push({ name: lower, offset: at });
        return token;
      },
    );
  }

  /** Reports what is still open at the end of the text. */
  finish(): void {
    for (const opened of this.#open) this.#reportOpen(opened);
  }

  #isWithinRawText(slash: string, name: string | undefined): boolean {
    const last = this.#open.at(-1)?.name;
    if (last === undefined || !RAW_TEXT.test(last)) return false;
    // A title within a drawing is an element like others.
    if (last === 'title' && this.#open.some((opened) => opened.name === 'svg')) return false;
    return !(slash && name?.toLowerCase() === last);
  }

  /** A tag that browsers leave out where it is: within a line of words its name is meant, and it is text. */
  #readMisplaced(token: string, name: string, offset: number, isInLine: boolean): string | undefined {
    const [, homes] = HOMES.find(([names]) => names.test(name)) ?? [];
    if (!homes || this.#open.some((opened) => homes.includes(opened.name))) {
      if (name === 'p' && isInLine && !token.startsWith('</')) this.#reportParagraph(offset);
      return undefined;
    }
    const [home = ''] = homes;
    const place = home === '' ? `has no place in a text` : `stands outside of <${home}>`;
    const isReported = this.#misplaced.has(name) || (!isInLine && (home === '' || token.startsWith('</')));
    this.#misplaced.add(name);
    if (!isReported) {
      const message = `<${name}> ${place}${isInLine ? ' and is shown as text' : ', and is left out'}.`;
      const remedy = home === '' ? 'or remove it.' : `or into <${home}>.`;
      this.#report(offset, 'warning', message, `Put it between back-ticks, ${remedy}`);
    }
    return isInLine ? token.replace(/</g, '&lt;') : undefined;
  }

  #reportParagraph(offset: number): void {
    const message = '<p> cannot be in a paragraph: browsers end the paragraph before it.';
    this.#report(offset, 'warning', message, 'Put it on a line of its own, or between back-ticks.');
  }

  #reportTemplate(offset: number): void {
    const message = 'Browsers show nothing of what is in <template>.';
    this.#report(offset, 'warning', message, 'Put it between back-ticks, or remove the tag and its end.');
  }

  /** Whether words stand before a place in its line: what begins a line is HTML, not a word for it. */
  #isBehindWords(offset: number): boolean {
    const { source } = this.#options;
    return /[\p{L}\p{N}]/u.test(source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset));
  }

  #readDeclaration(token: string, offset: number): string {
    if (!token.startsWith('<!--')) {
      const shown = token.length > 24 ? `${token.slice(0, 24)}…` : token;
      const message = `"${shown.replace(/\s+/g, ' ')}" is no element of HTML and is shown as text.`;
      this.#report(offset, 'warning', message, 'Put it between back-ticks, or remove it.');
      return token.replace(/</g, '&lt;');
    }
    if (!token.endsWith('-->') && token !== '<!-->' && token !== '<!--->') {
      const message = 'This comment is opened but never closed, so that nothing after it is shown.';
      this.#report(offset, 'error', message, 'Write --> where it ends.');
    }
    return token;
  }

  #reportJsx(name: string, offset: number): void {
    const message = `<${name}> has attributes of JSX, which .md does not read.`;
    const remedy = 'Rename the file to .mdx, or write them as in HTML: class="wide" style="color: red".';
    this.#report(offset, 'warning', message, remedy);
  }

  #toText(token: string, offset: number): string {
    reportLiteralTag(token, this.#options.source, offset, this.#options.report);
    return token.replace(/</g, '&lt;');
  }

  #close(name: string, offset: number): void {
    const index = this.#open.findLastIndex((opened) => opened.name === name);
    if (index === -1) {
      if (name === 'p' || name === 'br') return;
      const message = `</${name}> closes what was never opened.`;
      this.#report(offset, 'warning', message, `Remove it, or write <${name}> before it.`);
      return;
    }
    for (const opened of this.#open.splice(index).slice(1)) this.#reportOpen(opened);
  }

  #reportOpen({ name, offset }: Opened): void {
    if (IMPLIED_END.test(name)) return;
    const isHiding = HIDING.test(name);
    const message = `<${name}> is opened but never closed, so that ${isHiding ? 'nothing after it is shown' : 'it contains all that follows'}.`;
    const remedy = `Write </${name}> where it ends, or put <${name}> between back-ticks.`;
    this.#report(offset, isHiding ? 'error' : 'warning', message, remedy);
  }

  #report(offset: number, severity: 'error' | 'warning', message: string, remedy: string): void {
    this.#options.report(placeAt(this.#options.source, offset), severity, message, remedy);
  }
}
