import type { Root } from 'mdast';
import { type Place, placeAt } from '../../content/problems';
import type { Report } from './report';
import { visit } from './visit';

/** A spelling of another engine: how it is recognized, what it is, and what to write instead of what was found. */
interface Spelling {
  readonly pattern: RegExp;
  readonly name: string;
  readonly remedy: (word: string) => string;
  /** True for what is right in .mdx. */
  readonly isMdx?: boolean;
}

const BACKTICKS = 'put it between back-ticks if it is meant as text';
const FILE_LINK = 'Link to the file: [text](../other-post).';

/** By the name of a shortcode, a tag or an include. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  youtube: 'In .mdx write <Embed url="…" title="…" />.',
  vimeo: 'In .mdx write <Embed url="…" title="…" />.',
  tweet: 'Quote it with >, and link to it.',
  figure: 'Write ![What it shows](./image.jpg "Caption").',
  highlight: 'Write a fenced code block: ```js.',
  endhighlight: 'Write a fenced code block: ```js.',
  codeblock: 'Write a fenced code block: ```js.',
  raw: 'Remove it: braces are text in .md.',
  endraw: 'Remove it: braces are text in .md.',
  ref: FILE_LINK,
  relref: FILE_LINK,
  link: FILE_LINK,
  post_url: FILE_LINK,
  note: 'Write > [!NOTE] and begin each of its lines with >.',
};

const SPELLINGS: readonly Spelling[] = [
  { pattern: /\{\{[<%]\s*\/?\s*([\w.-]*)/g, name: 'a shortcode of Hugo', remedy: replace },
  {
    pattern: /(?<!\{)\{%-?\s*(\w+)/g,
    name: 'a tag of Liquid (Jekyll, Eleventy) or Tera (Zola)',
    remedy: replace,
  },
  { pattern: /\{\{\s*(\w+)\(/g, name: 'a shortcode of Zola', remedy: replace },
  {
    pattern: /\{\{-?\s*(?!\w+\()(?:[\w$]+[.(|]|["'])/g,
    name: 'a value of a template (Jekyll, Hugo, Eleventy, Zola)',
    remedy: () => `Write the value itself, or ${BACKTICKS}.`,
  },
  {
    pattern: /(?<![^\s)\]*_}>])\{:\s*(?:[.#][\w-]+|[\w-]+=|toc\b)[^}\n]*\}?/g,
    name: 'an attribute list of kramdown (Jekyll)',
    remedy: (found) =>
      /toc/.test(found)
        ? 'Remove it: the contents are beside every long post.'
        : 'Remove it; an id of a heading is written as ## Heading {#id}.',
  },
  {
    pattern: /(?<=[)\]])\{(?:[.#][\w-]+|[\w-]+=)[^{}\n]*\}/g,
    name: 'an attribute list of Pandoc',
    remedy: () => 'Remove it, or write the element as HTML.',
  },
  {
    pattern: /^::[a-z][\w-]*(?=[[{])/gim,
    name: 'a directive of another engine',
    remedy: () => `Write it in Markdown, or ${BACKTICKS}.`,
  },
  {
    pattern: /^(?:<<<\s*(?=[@./~])|-{1,2}8<-{1,2}|\.\. [a-z]+::)/gm,
    name: 'an include of another engine',
    remedy: () => `Write the text itself, or ${BACKTICKS}.`,
  },
  {
    pattern: /%%[^%\n]+%%/g,
    name: 'a comment of Obsidian',
    remedy: () => 'Write <!-- … -->, or remove it.',
  },
  {
    pattern: /<!--/g,
    name: 'the beginning of a comment without an end',
    remedy: () => `Write --> where it ends, or ${BACKTICKS}.`,
    isMdx: true,
  },
  {
    pattern: /\{\/\*/g,
    name: 'a comment of MDX',
    remedy: () => 'Write <!-- … -->, or rename the file to .mdx.',
    isMdx: true,
  },
  {
    pattern: /^export\s+(?:const|let|function|default)\s.*$/gm,
    name: 'an export of MDX',
    remedy: () => 'Rename the file to .mdx, or remove the line.',
    isMdx: true,
  },
  {
    pattern: /^#{2,6}\p{L}.*$/gmu,
    name: 'a heading without a space after its number signs',
    remedy: () => 'Put a space after the number signs, or a backslash before them.',
  },
  {
    pattern: /^:{3,}\s*\{?[a-z][\w-]*/gim,
    name: 'a container of Docusaurus or VitePress',
    remedy: toAlert,
  },
  { pattern: /^(?:!!!|\?\?\?\+?)\s+[a-z][\w-]*/gim, name: 'an admonition of MkDocs', remedy: toAlert },
  {
    pattern: /^\[{1,2}_?toc_?\]{1,2}$/gim,
    name: 'a table of contents of another engine',
    remedy: () => 'Remove it: the contents are beside every long post.',
  },
  {
    pattern: /\[\[(?!_?toc_?\]\])[\p{L}\d][^[\]\n]*\]\]/giu,
    name: 'a link of a wiki (Obsidian)',
    remedy: () => FILE_LINK,
  },
  {
    pattern: /(?<![\w=])==[^\s=](?:[^=\n]*[^\s=])?==(?![\w=])/g,
    name: 'a highlight of another engine',
    remedy: () => 'Write <mark>…</mark>.',
  },
  {
    pattern: /^(?:import\s+[\w{}*,\s]+\s+from\s+["'].*|import\s+["'][./].*)$/gm,
    name: 'an import of MDX',
    remedy: () => 'Rename the file to .mdx, where components work, or remove the line.',
    isMdx: true,
  },
  {
    pattern: /<[A-Za-z][\w.-]*\s[^<>]*=\{/g,
    name: 'an element of JSX',
    remedy: () => 'Rename the file to .mdx, or write its attributes as HTML: style="color: red".',
    isMdx: true,
  },
  {
    pattern: /^(?:<{7}|>{7}|\|{7})(?: .*)?$/gm,
    name: 'a conflict marker of Git',
    remedy: () => 'Decide which of the two versions stays, and remove the marker.',
  },
];

/**
 * Remark plugin: reports what other engines give a meaning and this one shows as text, with the name of the engine and
 * what to write here. Code and escaped characters are left alone.
 */
export function reportForeignSyntax({ source, report }: { source: string; report: Report }) {
  return (tree: Root) => {
    visit(tree, 'text', ({ position }, _index, parent) => {
      const start = position?.start.offset;
      if (start === undefined) return;
      const written = source.slice(start, position?.end.offset);
      if (!SIGN.test(written)) return;
      for (const spelling of SPELLINGS) {
        for (const match of written.matchAll(spelling.pattern)) {
          const isId = parent?.type === 'heading' && /^\{:?\s*#/.test(match[0]);
          if (written[match.index - 1] === '\\' || isId) continue;
          reportSpelling(spelling, match, placeAt(source, start + match.index), report);
        }
      }
    });
  };
}

/** What a text has that contains any of the spellings. */
const SIGN = /[{=[<]|::|!!!|\?\?\?|>{7}|\|{7}|%%|8<|##|^\.\. |^(?:import|export)\b/m;

/** The explanation of a line of MDX that another engine's spelling makes unreadable. */
export function explainForeignSyntax(line: string): { message: string; remedy: string } | undefined {
  for (const spelling of SPELLINGS.filter(({ isMdx }) => !isMdx)) {
    const match = new RegExp(spelling.pattern.source, spelling.pattern.flags.replace('g', '')).exec(line);
    if (match && /[{<]/.test(match[0])) return describe(spelling, match, 'which MDX cannot read');
  }
  const [id] = /\{#[\w-]+\}/.exec(line) ?? [];
  if (id === undefined) return undefined;
  return {
    message: `"${id}" is an id of a heading, which MDX cannot read.`,
    remedy: 'Write the heading as <h2 id="…">, or rename the file to .md.',
  };
}

function reportSpelling(spelling: Spelling, match: RegExpMatchArray, place: Place, report: Report): void {
  const { message, remedy } = describe(spelling, match, 'and is shown as text');
  report(place, 'warning', message, remedy);
}

function describe({ name, remedy }: Spelling, match: RegExpMatchArray, consequence: string) {
  const found = match[0].trim().replace(/\s+/g, ' ');
  const shown = found.length > 40 ? `${found.slice(0, 40)}…` : found;
  return { message: `"${shown}" is ${name}, ${consequence}.`, remedy: remedy(match[1] ?? found) };
}

function replace(word: string): string {
  const known = REPLACEMENTS[word.toLowerCase()];
  return known ?? `Write it in Markdown, or ${BACKTICKS}.`;
}

function toAlert(found: string): string {
  const [, word = ''] = /([a-z]+)[\w-]*$/i.exec(found) ?? [];
  const kind = ALERTS[word.toLowerCase()] ?? 'NOTE';
  return `Write > [!${kind}] and begin each of its lines with >.`;
}

const ALERTS: Readonly<Record<string, string>> = {
  tip: 'TIP',
  hint: 'TIP',
  important: 'IMPORTANT',
  warning: 'WARNING',
  attention: 'WARNING',
  danger: 'CAUTION',
  caution: 'CAUTION',
  error: 'CAUTION',
};
