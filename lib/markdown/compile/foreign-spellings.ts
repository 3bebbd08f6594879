/** A spelling of another engine: how it is recognized, what it is, and what to write instead of what was found. */
export interface Spelling {
  readonly pattern: RegExp;
  readonly name: string;
  readonly remedy: (word: string) => string;
  /** True for what is right in .mdx. */
  readonly isMdx?: boolean;
  /** True where a backslash belongs to it. */
  readonly isEscaped?: boolean;
  /** True where what its line has before a text counts: a link, code, the mark of a list. */
  readonly isBehindOthers?: boolean;
}

export const HASHNODE_EMBED_REMEDY = 'Write the link alone, or in .mdx <Embed url="…" title="…" />.';
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

/** All of them; of two in one place the first is meant. */
export const SPELLINGS: readonly Spelling[] = [
  { pattern: /\{\{[<%]\s*\/?\s*([\w.-]*)/g, name: 'a shortcode of Hugo', remedy: replace },
  {
    pattern: /(?<!\{)\{%-?\s*(\w+)/g,
    name: 'a tag of Liquid (Jekyll, Eleventy) or Tera (Zola)',
    remedy: replace,
  },
  { pattern: /\{\{\s*(\w+)\(/g, name: 'a shortcode of Zola', remedy: replace },
  {
    pattern: /(?<![={])\{\{-?(?![<%{])\s*(?!\w+\()[^{}\n]+\}\}/g,
    name: 'a value of a template (Jekyll, Hugo, Eleventy, Vue)',
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
    pattern: /\{:(?:\/|:)(?:[a-z]\w*)?[^{}\n]*\}/g,
    name: 'an extension of kramdown (Jekyll)',
    remedy: () => 'Remove it: HTML may contain Markdown between empty lines.',
  },
  {
    pattern: /(?<=[)\]`])\{\s*(?:[.#][\w-]+|[\w-]+=)[^{}\n]*\}/g,
    name: 'an attribute list of Pandoc',
    remedy: () => 'Remove it, or write the element as HTML.',
    isBehindOthers: true,
  },
  {
    pattern: /^\{\s*(?:[.#][\w-]+|[\w-]+=)[^{}\n]*\}$/gm,
    name: 'an attribute list of Hugo or MkDocs',
    remedy: () => 'Remove it, or write the element as HTML.',
  },
  {
    pattern: /\{(?:\+\+[^{}\n]+\+\+|--[^{}\n]+--|~~[^{}\n]+~~|==[^{}\n]+==|>>[^{}\n]+<<)\}/g,
    name: 'a mark of CriticMarkup',
    remedy: () => 'Write <ins>…</ins>, <del>…</del>, <mark>…</mark> or <!-- … -->.',
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
    pattern: /%%[^%\n]+%%|(?<=^|[^\d\s%]\s)%%(?![%[])|(?<=\p{L}|[.,])%%(?=\s|$)/gmu,
    name: 'a comment of Obsidian',
    remedy: () => 'Write <!-- … -->, or remove it.',
  },
  {
    pattern: /^%%(?=\[)/gm,
    name: 'an embed of Hashnode',
    remedy: () => HASHNODE_EMBED_REMEDY,
  },
  {
    pattern: /\^\[[^\]\n]+\]/g,
    name: 'a note of Pandoc or Obsidian within its line',
    remedy: () => 'Write [^1] here, and [^1]: with the note below the paragraph.',
  },
  {
    pattern: /(?<=\S )\^[a-zA-Z\d-]+$/gm,
    name: 'an id of a block of Obsidian',
    remedy: () => 'Remove it; a heading can be linked to.',
  },
  {
    pattern: /^(?:#\p{L}[\p{L}\p{N}/_-]*(?: +|$)){2,}$/gmu,
    name: 'a list of tags of Obsidian',
    remedy: () => 'Write them as a field: tags: [one, two].',
  },
  {
    pattern: /^\+(?:[-=:]{2,}\+)+(?=\n\|)/g,
    name: 'a grid table of Pandoc',
    remedy: () => 'Write each row on one line, with | between its cells, and | --- | below the first.',
  },
  {
    pattern: /^\| +[^|\s][^|\n]*$/gm,
    name: 'a line block of Pandoc',
    remedy: () => 'Remove the character, and end each line with a backslash.',
  },
  {
    pattern: /\{#(?<=^: .*\{#)[^{}\n]*\}$/gm,
    name: 'an attribute list of Quarto',
    remedy: () => 'Remove it: what stands before it is the caption.',
  },
  {
    pattern: /(?<![\w@[])-?@(?:fig|tbl|eq|sec|lst|thm)-\w[\w-]*/g,
    name: 'a cross-reference of Quarto',
    remedy: () => 'Say in words what is meant, or link to a heading: [the method](#method).',
  },
  {
    pattern: /\[-?@[\w:.-]+\w[^[\]\n]*\]/g,
    name: 'a citation of Pandoc',
    remedy: () => 'Write a note: [^1] here, and [^1]: with the source below.',
  },
  {
    // Within limits: a line of a thousand open brackets is not to take the square of that.
    pattern:
      /\\{1,2}\((?=\s*\w\s*\\|(?:(?!\\\))[^\n]){0,300}?(?:\\[a-z]{2}|[\^_=]))(?:(?!\\\))[^\n]){1,1000}\\\)|\\{1,2}\[(?!\^)(?=(?:(?!\\\])[^\n"]){0,300}?(?:\\[a-z]{2}|[\^=]))(?:(?!\\\])[^\n"]){1,1000}\\\]/g,
    name: 'a formula between brackets of LaTeX',
    remedy: () => 'Write $ on both sides of it, or $$ on lines of their own.',
    isEscaped: true,
  },
  {
    pattern: /^\\begin\{\w+\*?\}/gm,
    name: 'an environment of LaTeX outside of a formula',
    remedy: () => 'Put $$ on a line of its own above and below it.',
  },
  {
    pattern:
      /\\?\[\/?(?:caption|gallery|code|sourcecode|embed|gist|audio|video|playlist|contact-form)(?=[\s\]\\])(?:[^[\]\n]*=[^[\]\n]*\]|\\?\](?!\())/g,
    name: 'a shortcode of WordPress',
    remedy: (found) => (/code/.test(found) ? 'Write a fenced code block: ```js.' : 'Write it in Markdown.'),
    isEscaped: true,
  },
  {
    pattern: /(?<=^\s*(?:[-*+]|\d+[.)]) )\[[/\-><?!*]\](?= )/gm,
    name: 'a task of Obsidian',
    remedy: () => 'Write [ ] or [x].',
    isBehindOthers: true,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}*\\])\*\*\p{L}[^*\n]*\s\*\*(?=\p{L}|$)|(?<=\p{L})\*\*\s[^*\n]*\p{L}\*\*(?![\p{L}*])/gmu,
    name: 'emphasis with a space inside its asterisks',
    remedy: () => 'Put the space outside of the asterisks, or a backslash before each that is text.',
  },
  {
    pattern:
      /!?\[[^[\]\n]*\]\((?:\.{0,2}\/[^()<>"'\n]*\s[^()<>\n]*\)|[\w./-]+\s[^()<>"'\n]*\.[a-z]\w{1,4}\)|$)/g,
    name: 'a link or image whose address contains a space',
    remedy: () => 'Write %20 for each space of the address, or the address between < and >.',
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
    pattern: /^:{3,}\s*\{?\s*[.#]?[a-z][\w-]*/gim,
    name: 'a container of Docusaurus, VitePress or Pandoc',
    remedy: toAlert,
  },
  { pattern: /^(?:!!!|\?\?\?\+?)\s+[a-z][\w-]*/gim, name: 'an admonition of MkDocs', remedy: toAlert },
  {
    pattern: /^===[!+]?\s+"[^"\n]+"/gm,
    name: 'a tab of MkDocs',
    remedy: () => 'Give neighbouring blocks of code the option tab="…".',
  },
  {
    pattern: /(?<![\w+])\+\+(?:[a-z\d]+|"[^"\n]+")(?:\+(?:[a-z\d]+|"[^"\n]+"))*\+\+(?![\w+])/g,
    name: 'a key of MkDocs or an insertion of another engine',
    remedy: () => 'Write <kbd>Ctrl</kbd>, or <ins>…</ins>.',
  },
  {
    pattern: /:(?:material|fontawesome|octicons|simple)-[\w-]+:/g,
    name: 'an icon of MkDocs',
    remedy: () => 'Remove it, or write an emoji.',
  },
  {
    pattern: /(?<=\p{L}|\d|\))\^[\p{L}\d+-]{1,8}\^/gu,
    name: 'a superscript of Pandoc',
    remedy: () => 'Write <sup>…</sup>.',
  },
  {
    pattern: /^\[{1,2}_?toc_?\]{1,2}$/gim,
    name: 'a table of contents of another engine',
    remedy: () => 'Remove it: the contents are beside every long post.',
  },
  {
    pattern: /!\[\[[^[\]\n]+\]\]/g,
    name: 'an embed of Obsidian',
    remedy: () => 'Write ![What it shows](./image.png), or the text itself.',
  },
  {
    pattern: /(?<!!)\[\[(?!_?toc_?\]\])[\p{L}\d#^][^[\]\n]*\]\]/giu,
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

function replace(word: string): string {
  const known = REPLACEMENTS[word.toLowerCase()];
  return known ?? `Write it in Markdown, or ${BACKTICKS}.`;
}

function toAlert(found: string): string {
  if (/details/i.test(found)) return 'Write <details><summary>…</summary> and </details> around it.';
  if (/code-group/i.test(found)) return 'Give each block of code in it the option tab="…", its label.';
  const [, word = ''] = /([a-z]+)[\w-]*$/i.exec(found.replace(/callout-/i, '')) ?? [];
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
