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
];

/** Hugo has lists of series. */
function readSeries({ data: { series }, move }: Reading): void {
  if (Array.isArray(series) && series.length === 1 && series[0] !== undefined)
    move('series', 'series', series[0], ['series', 0]);
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

/** Docusaurus has tags with addresses of their own, Obsidian the sign of tags in texts; templates leave empty ones. */
function readTags({ data: { tags }, read, renamed, sources }: Reading): void {
  if (!Array.isArray(tags)) return;
  const kept: YamlValue[] = [];
  for (const [index, tag] of tags.entries()) {
    if (tag === '') continue;
    const isDescribed = isRecord(tag) && typeof tag.label === 'string';
    const label = isDescribed ? (tag.label as string) : tag;
    const as = typeof label === 'string' ? label.replace(/^#(?=[\p{L}\p{N}])/u, '') : label;
    const path = isDescribed ? ['tags', index, 'label'] : ['tags', index];
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

function isRecord(value: YamlValue | undefined): value is { [key: string]: YamlValue } {
  return typeof value === 'object' && !Array.isArray(value);
}
