import { FOREIGN_FORMS } from './foreign-forms';
import type { FrontMatter } from './front-matter';
import { type Reading, type Renamed, startReading } from './reading';
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
  lastupdated: 'updated',
  modified: 'updated',
  modifiedat: 'updated',
  lastmodifiedat: 'updated',
  updateddate: 'updated',
  updatedat: 'updated',
  datemodified: 'updated',
  dateupdated: 'updated',
  canonicalurl: 'canonical',
  redirectfrom: 'aliases',
  language: 'lang',
  // The day a note was begun, where nothing says when it appeared.
  created: 'date',
  createdat: 'date',
  datecreated: 'date',
  creationdate: 'date',
};

/**
 * A front matter in which fields of other engines have our names and forms, where it does not have these itself; with what was
 * renamed. Places stay those of what is written.
 */
export function readSynonyms(
  front: FrontMatter,
  known: readonly string[],
): { front: FrontMatter; renamed: readonly Renamed[] } {
  const reading = startReading(front.data, known);
  readNames(reading);
  for (const readForm of FOREIGN_FORMS) readForm(reading);
  const { read, renamed, sources } = reading;
  if (sources.size === 0 && renamed.length === 0) return { front, renamed };
  const toWritten = (path: YamlPath): YamlPath => {
    const item = sources.get(path.slice(0, 2).join('.'));
    if (item) return [...item, ...path.slice(2)];
    const field = sources.get(String(path[0]));
    return field ? [...field, ...path.slice(1)] : path;
  };
  const { yaml } = front;
  const places: FrontMatter['yaml'] = {
    ...yaml,
    place: (path, part) => yaml.place(toWritten(path), part),
    has: (path) => yaml.has(toWritten(path)),
    isQuoted: (path) => yaml.isQuoted(toWritten(path)),
  };
  return { front: { ...front, data: read, yaml: places, toWritten }, renamed };
}

function readNames({ data, read, known, move }: Reading): void {
  const names = new Map(
    Object.keys(data).map((field) => [field.toLowerCase().replace(/[^a-z]/g, ''), field]),
  );
  for (const as of known.filter((name) => IN_ANY_CASE.includes(name))) {
    const field = names.get(as.toLowerCase());
    if (field === undefined || known.includes(field) || data[as] !== undefined) continue;
    move(field, as, data[field] ?? '', [field]);
  }
  for (const [plain, as] of Object.entries(SAME_FIELDS)) {
    const field = names.get(plain);
    if (field === undefined || known.includes(field) || !known.includes(as)) continue;
    const value = data[field] ?? '';
    if (value !== '' && (read[as] ?? '') === '' && isOfForm(as, value)) move(field, as, value, [field]);
  }
}

/** Hugo reads all names so. What decides on addresses and visibility commands have to find, and other fields have forms. */
const IN_ANY_CASE = [
  'title',
  'description',
  'date',
  'updated',
  'tags',
  'author',
  'lang',
  'canonical',
  'featured',
];

/** A list of addresses, or one text; dates and texts are never lists, and `last-modified`, as Quarto has it, is no date. */
function isOfForm(field: string, value: YamlValue): boolean {
  if (field === 'updated' && !/\d/.test(String(value))) return false;
  return typeof value === 'string' || (field === 'aliases' && Array.isArray(value));
}
