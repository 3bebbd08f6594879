import type { FrontMatter } from './front-matter';
import type { YamlPath, YamlValue } from './yaml';

/** Fields of other engines that say the same as one of ours in the same form, by their names without separators. */
export const SAME_FIELDS: Readonly<Record<string, string>> = {
  summary: 'description',
  excerpt: 'description',
  abstract: 'description',
  pubdatetime: 'date',
  pubdate: 'date',
  publishdate: 'date',
  publishedat: 'date',
  postdate: 'date',
  dateposted: 'date',
  publisheddate: 'date',
  datepublished: 'date',
  moddatetime: 'updated',
  lastmod: 'updated',
  lastmodified: 'updated',
  lastmodifiedat: 'updated',
  updateddate: 'updated',
  updatedat: 'updated',
  datemodified: 'updated',
  dateupdated: 'updated',
  canonicalurl: 'canonical',
  redirectfrom: 'aliases',
  language: 'lang',
};

/** A field that was read as another one; `as` is absent for one that this blog has in another form. */
export interface Renamed {
  readonly field: string;
  readonly as?: string;
}

/**
 * A front matter in which fields of other engines have our names, where it does not have these itself; with what was renamed. Places
 * stay those of what is written.
 */
export function readSynonyms(
  front: FrontMatter,
  known: readonly string[],
): { front: FrontMatter; renamed: readonly Renamed[] } {
  const { data, yaml } = front;
  const renamed: Renamed[] = [];
  const read: Record<string, YamlValue> = { ...data };
  const sources = new Map<string, YamlPath>();
  const move = (field: string, as: string, value: YamlValue, path: YamlPath) => {
    read[as] = value;
    sources.set(as, path);
    if (field === as) return;
    delete read[field];
    renamed.push({ field, as });
  };
  for (const [field, value] of Object.entries(data)) {
    const as = SAME_FIELDS[field.toLowerCase().replace(/[^a-z]/g, '')];
    if (known.includes(field) || as === undefined || !known.includes(as)) continue;
    if (value !== '' && read[as] === undefined && isOfForm(as, value)) move(field, as, value, [field]);
  }
  const { series, cover, author, authors, date } = data;
  // Hugo has lists of series.
  if (Array.isArray(series) && series.length === 1 && series[0] !== undefined)
    move('series', 'series', series[0], ['series', 0]);
  // Material for MkDocs has both days in one field.
  if (isRecord(date) && typeof date.created === 'string') {
    move('date', 'date', date.created, ['date', 'created']);
    if (typeof date.updated === 'string' && data.updated === undefined) {
      read.updated = date.updated;
      sources.set('updated', ['date', 'updated']);
    }
  }
  // A cover of another engine is an address without an alternative text, or lies elsewhere.
  const isForeign = isRecord(cover) && cover.src === undefined && cover.image !== undefined;
  if (isForeign || (typeof cover === 'string' && /[./]/.test(cover))) {
    delete read.cover;
    renamed.push({ field: 'cover' });
  }
  // Obsidian has other names of a note there, where this blog has old addresses.
  const aliases = [data.aliases ?? []].flat();
  if (known.includes('aliases') && aliases.length > 0 && !aliases.some(isAddress)) {
    delete read.aliases;
    renamed.push({ field: 'aliases' });
  }
  const names = listNames(authors);
  if (names && known.includes('author') && author === undefined)
    move('authors', 'author', names, ['authors']);
  const described = listNames(author);
  if (described) move('author', 'author', described, ['author']);
  if (sources.size === 0 && renamed.length === 0) return { front, renamed };
  const toWritten = ([first, ...rest]: YamlPath): YamlPath =>
    first === undefined ? [] : [...(sources.get(String(first)) ?? [first]), ...rest];
  const places: FrontMatter['yaml'] = {
    ...yaml,
    place: (path, part) => yaml.place(toWritten(path), part),
    has: (path) => yaml.has(toWritten(path)),
    isQuoted: (path) => yaml.isQuoted(toWritten(path)),
  };
  return { front: { ...front, data: read, yaml: places }, renamed };
}

/** The names of authors that are described in the post itself, as Docusaurus has them. */
function listNames(authors: YamlValue | undefined): string[] | undefined {
  const list = Array.isArray(authors) ? authors : authors === undefined ? [] : [authors];
  const names = list.map((author) => (isRecord(author) ? author.name : author));
  const isDescribed = list.some(isRecord) && names.every((name) => typeof name === 'string');
  return isDescribed ? (names as string[]) : undefined;
}

function isAddress(value: YamlValue): boolean {
  return typeof value !== 'string' || /[/?#\\]/.test(value) || value.trim() === '';
}

/** A list of addresses, or one text; dates and texts are never lists. */
function isOfForm(field: string, value: YamlValue): boolean {
  return typeof value === 'string' || (field === 'aliases' && Array.isArray(value));
}

function isRecord(value: YamlValue | undefined): value is { [key: string]: YamlValue } {
  return typeof value === 'object' && !Array.isArray(value);
}
