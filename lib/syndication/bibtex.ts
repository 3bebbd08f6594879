import { dayOf } from '../dates';

/** What is cited. */
export interface CitedWork {
  readonly slug: string;
  readonly title: string;
  /** By name. */
  readonly authors: readonly string[];
  /** ISO date. */
  readonly date: string;
  /** The name of the blog. */
  readonly site: string;
  readonly url: string;
}

/** BibTeX's own names of the months, which each style writes as it does. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What TeX reads as commands; a brace by its name, since BibTeX counts braces even behind a backslash. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
};

/** An entry for a bibliography. The title keeps its capitals; a name that is none of a person stays in one piece. */
export function formatBibtex({ slug, title, authors, date, site, url }: CitedWork): string {
  const [year = '', month, day] = dayOf(date).split('-');
  const fields = [
    ...(authors.length > 0 ? [['author', `{${authors.map(formatAuthor).join(' and ')}}`]] : []),
    ['title', `{{${escapeTex(title)}}}`],
    ['howpublished', `{${escapeTex(site)}}`],
    ['year', year],
    ['month', MONTHS[Number(month) - 1] ?? ''],
    ['day', String(Number(day))],
    // Read as it stands, except for what would end the field.
    ['url', `{${url.replace(/[{}\\\s]/g, encodeURIComponent)}}`],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = ${value},\n`);
  return `@misc{${toKey(slug, authors[0], year)},\n${lines.join('')}}`;
}

/** A text as TeX prints it. */
export function escapeTex(text: string): string {
  return text
    .replace(/[\\{}~^<>$&#_%]/g, (character) => COMMANDS[character] ?? character)
    .replace(/\s+/g, ' ');
}

/** Commas and "and" have a meaning in a list of names. */
function formatAuthor(name: string): string {
  const escaped = escapeTex(name);
  return /,|\band\b/i.test(name) ? `{${escaped}}` : escaped;
}

/** The family name, the year and the slug, of letters that every program for bibliographies takes. */
function toKey(slug: string, author: string | undefined, year: string): string {
  const family = toAscii(author?.split(/\s+/).at(-1) ?? '').toLowerCase();
  return [family + year, toAscii(slug)].filter((part) => part !== '').join('-');
}

function toAscii(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9-]+/g, '')
    .replace(/^-+|-+$/g, '');
}
