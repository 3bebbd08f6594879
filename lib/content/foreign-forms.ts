import type { Reading } from './reading';
import { isSlug, toSlug } from './slug';
import type { YamlPath, YamlValue } from './yaml';

/** Fields with our names that other engines write in other forms; each is read as it is meant. */
export const FOREIGN_FORMS: readonly ((reading: Reading) => void)[] = [
  readSeries,
  readDays,
  dropCover,
  readAliases,
  readAuthors,
  readTags,
  readSlug,
  readLanguage,
  dropComments,
];

/** Hugo has lists of series, others give the place of a post in one. */
function readSeries({ data: { series = '' }, read, renamed, move }: Reading): void {
  if (typeof series === 'string' || series.length === 0) return;
  const key = isRecord(series) ? ['name', 'title'].find((name) => typeof series[name] === 'string') : 0;
  const value = isRecord(series) ? key !== undefined && series[key] : series.length === 1 && series[0];
  if (key !== undefined && value) move('series', 'series', value, ['series', key]);
  else {
    delete read.series;
    renamed.push({ field: 'series' });
  }
}

/** Material for MkDocs has both days in one field. */
function readDays({ data, read, sources, move }: Reading): void {
  const { date } = data;
  if (!isRecord(date) || typeof date.created !== 'string') return;
  move('date', 'date', date.created, ['date', 'created']);
  if (typeof date.updated !== 'string' || data.updated !== undefined) return;
  read.updated = date.updated;
  sources.set('updated', ['date', 'updated']);
}

/** A cover of another engine is an address without an alternative text, or lies elsewhere. */
function dropCover({ data: { cover }, read, renamed }: Reading): void {
  const isForeign = isRecord(cover) && cover.src === undefined && cover.image !== undefined;
  if (!isForeign && !(typeof cover === 'string' && /[./]/.test(cover))) return;
  delete read.cover;
  renamed.push({ field: 'cover' });
}

/**
 * Old addresses; Zola writes them without the first slash. Obsidian has other names of a note there, which make no address.
 */
function readAliases({ read, known, renamed, sources }: Reading): void {
  const { aliases } = read;
  if (!known.includes('aliases') || aliases === undefined || isRecord(aliases)) return;
  const items = Array.isArray(aliases) ? aliases : aliases.split(',').map((item) => item.trim());
  const readAs = items.map(toAddress);
  if (items.every((item, index) => readAs[index] === item)) return;
  if (readAs.every((address) => address === undefined)) {
    delete read.aliases;
    renamed.push({ field: 'aliases' });
    return;
  }
  const source: YamlPath = sources.get('aliases') ?? ['aliases'];
  const kept: YamlValue[] = [];
  for (const [index, item] of items.entries()) {
    const address = readAs[index];
    const path = Array.isArray(aliases) ? [...source, index] : source;
    if (address !== item)
      renamed.push({
        field: 'aliases',
        value: { text: String(item), path },
        ...(typeof address === 'string' && { as: address }),
      });
    if (address === undefined) continue;
    sources.set(`aliases.${kept.length}`, path);
    kept.push(address);
  }
  read.aliases = kept;
}

/** The address that an alias means; undefined for a name, and what is wrong with an address is found later. */
function toAddress(item: YamlValue): YamlValue | undefined {
  if (typeof item !== 'string' || item === '' || item.startsWith('/')) return item;
  return /^[^\s?#\\:]+(?:\/[^\s?#\\:]*|\.html?)$/.test(item) ? `/${item}` : undefined;
}

/** Authors that are described in the post itself, as Docusaurus and exports of WordPress have them. */
function readAuthors({ data: { author, authors }, known, move }: Reading): void {
  const names = listNames(authors);
  if (names && known.includes('author') && author === undefined)
    move('authors', 'author', names, ['authors']);
  const described = listNames(author);
  if (described) move('author', 'author', described, ['author']);
}

function listNames(authors: YamlValue | undefined): string[] | undefined {
  const list = Array.isArray(authors) ? authors : authors === undefined ? [] : [authors];
  const names = list.map((author) =>
    isRecord(author) ? (author.name ?? author.display_name ?? author.login) : author,
  );
  const isDescribed = list.some(isRecord) && names.every((name) => typeof name === 'string');
  return isDescribed ? (names as string[]) : undefined;
}

/** Where the words of a tag are that is described in the post. */
const NAMES = ['label', 'name', 'title'];

/** Docusaurus and Ghost have tags with addresses of their own, Obsidian the number sign of tags in texts; templates leave empty ones. */
function readTags({ data: { tags }, read, renamed, sources }: Reading): void {
  if (!Array.isArray(tags)) return;
  const kept: YamlValue[] = [];
  for (const [index, tag] of tags.entries()) {
    if (tag === '') continue;
    const key = isRecord(tag) ? NAMES.find((name) => typeof tag[name] === 'string') : undefined;
    const label = key !== undefined && isRecord(tag) ? (tag[key] ?? '') : tag;
    const as = typeof label === 'string' ? label.replace(/^#(?=[\p{L}\p{N}])/u, '') : label;
    const path = key === undefined ? ['tags', index] : ['tags', index, key];
    if (as !== label) renamed.push({ field: 'tags', as: String(as), value: { text: String(label), path } });
    sources.set(`tags.${kept.length}`, path);
    kept.push(as);
  }
  read.tags = kept;
}

/** Elsewhere the address of a post can have several parts, or is made from any text. */
function readSlug({ data: { slug }, read, renamed }: Reading): void {
  const parts = typeof slug === 'string' ? slug.split('/').filter((part) => part.trim() !== '') : [];
  const last = parts.at(-1)?.trim() ?? '';
  const as = isSlug(last) ? last : toSlug(last);
  if (as === '' || (as === last && parts.length === 1)) return;
  read.slug = as;
  renamed.push({ field: 'slug', as, value: { text: String(slug), path: ['slug'] } });
}

/** `en_US`, as systems and WordPress write it. */
function readLanguage({ read, renamed, sources }: Reading): void {
  const { lang } = read;
  if (typeof lang !== 'string' || !/^[a-z]{2,3}(?:_[a-z\d]+)+$/i.test(lang)) return;
  const as = lang.replaceAll('_', '-');
  read.lang = as;
  renamed.push({ field: 'lang', as, value: { text: lang, path: sources.get('lang') ?? ['lang'] } });
}

/** Comments that another server has, as blogs with Hugo name it. */
function dropComments({ data: { comments }, read, renamed }: Reading): void {
  if (!isRecord(comments)) return;
  delete read.comments;
  renamed.push({ field: 'comments' });
}

function isRecord(value: YamlValue | undefined): value is { [key: string]: YamlValue } {
  return typeof value === 'object' && !Array.isArray(value);
}
