import type { z } from 'zod';
import { createWeakProcessCache } from '../cache/process-cache';
import { toExcerpt } from './excerpt';
import { FIELD_REMEDIES, PAGE_FIELDS, POST_FIELDS, pageSchema, postSchema } from './fields';
import { type FileName, readFileName } from './file-name';
import { readFirstHeading } from './first-heading';
import { type FrontMatter, parseFrontMatter } from './front-matter';
import { checkHidden } from './hidden-fields';
import { checkName, checkPost } from './post-checks';
import { completeProblems, createReporter, type Problem, type Reporter } from './problems';
import type { DocumentFile } from './read';
import { readSynonyms } from './read-synonyms';
import type { Renamed } from './reading';
import { type Validated, validateFields } from './validate';
import { countWords } from './words';
import type { YamlPath } from './yaml';

export type PostFields = z.output<typeof postSchema>;
export type PageFields = z.output<typeof pageSchema>;

/** Reports a problem at a field, or at the file's first line where the path is empty. */
export type ReportAt = (
  path: YamlPath,
  severity: Problem['severity'],
  message: string,
  remedy: string,
) => Problem;

/** A file with its front matter checked. */
export interface ParsedDocument<Fields> {
  readonly file: DocumentFile;
  readonly slug: string;
  /** False where the front matter cannot be read at all: the slug is then a guess from the file's name. */
  readonly isReadable: boolean;
  /** The fields that are right, also where others are wrong: what they mean is checked all the same. */
  readonly values: Partial<Fields>;
  /** Every field; undefined where an error stands in the way. */
  readonly fields: Fields | undefined;
  readonly body: string;
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
  readonly reportAt: ReportAt;
}

export type ParsedPost = ParsedDocument<PostFields>;
export type ParsedPage = ParsedDocument<PageFields>;

/** Parses and validates a post's file. Never throws; the same file object gives the same answer object. */
export function toPost(file: DocumentFile): ParsedPost {
  return posts.getOrCreate(file, () => parseDocument(file, postSchema, POST_FIELDS, checkPost));
}

/** Parses and validates the file of a page that is not a post. */
export function toPage(file: DocumentFile): ParsedPage {
  return pages.getOrCreate(file, () => parseDocument(file, pageSchema, PAGE_FIELDS, () => []));
}

/** Words and minutes of a post's body, counted when they are first asked for: most lists show few of many posts. */
export function getWordCount(post: ParsedPost): ReturnType<typeof countWords> {
  return wordCounts.getOrCreate(post, () => countWords(post.body));
}

/** The beginning of a post's body, made when it is first asked for. */
export function getExcerpt(post: ParsedPost): string {
  return excerpts.getOrCreate(post, () => toExcerpt(post.body));
}

const excerpts = createWeakProcessCache<ParsedPost, string>('excerpts');
const wordCounts = createWeakProcessCache<ParsedPost, ReturnType<typeof countWords>>('word counts');
const posts = createWeakProcessCache<DocumentFile, ParsedPost>('parsed posts');
const pages = createWeakProcessCache<DocumentFile, ParsedPage>('parsed pages');

type Check<Fields> = (fields: Validated<Fields>, reportAt: ReportAt, file: DocumentFile) => Problem[];

function parseDocument<Schema extends z.ZodObject>(
  file: DocumentFile,
  schema: Schema,
  known: readonly string[],
  check: Check<z.output<Schema>>,
): ParsedDocument<z.output<Schema>> {
  const report = createReporter(file.file, file.source);
  const reportTop: ReportAt = (_path, ...rest) => report({ line: 1, column: 1 }, ...rest);
  if (file.problems.length > 0) return toUnreadable(file, false, file.problems, reportTop);
  const parsed = parseFrontMatter(file.source);
  if (!parsed.ok) {
    const problems = completeProblems(parsed.problems, file.file, file.source);
    return toUnreadable(file, parsed.isDraft, problems, reportTop);
  }
  const { front: written, renamed } = readSynonyms(parsed.value, known);
  const heading = written.data.title ? undefined : readFirstHeading(written.body);
  const front = heading === undefined ? written : { ...written, data: { ...written.data, title: heading } };
  const { yaml, body, bodyLine, language } = front;
  const reportIn: Reporter =
    language === 'toml'
      ? (place, severity, message, remedy) => report(place, severity, message, addToml(remedy))
      : report;
  const reportAt: ReportAt = (path, ...rest) =>
    reportIn(path.length === 0 ? { line: 1, column: 1 } : yaml.place(path), ...rest);
  const named = readFileName(file.name);
  const validated = withDateOf(named, validateFields(front, schema, known, reportIn), known);
  const { values } = validated;
  const problems = [
    ...validated.problems,
    ...(heading === undefined ? [] : [reportNoTitle(heading, reportAt)]),
    ...renamed.map((one) => reportRenamed(one, reportIn, yaml, parsed.value.yaml)),
    ...check(validated, reportAt, file),
    ...checkHidden(parsed.value.data, validated.values.draft === true, reportAt),
    ...checkName(validated, reportAt, file),
  ];
  const isSound = problems.every(({ severity }) => severity !== 'error');
  return {
    file,
    slug: typeof values.slug === 'string' ? values.slug : named.slug,
    isReadable: true,
    values,
    fields: isSound ? (values as z.output<Schema>) : undefined,
    body,
    bodyLine,
    problems,
    reportAt,
  };
}

function reportNoTitle(heading: string, reportAt: ReportAt): Problem {
  const message = `The field "title" is missing: the title is the first heading, "${heading}".`;
  return { ...reportAt([], 'warning', message, 'Write it as title: above.'), group: 'title missing' };
}

function reportRenamed(
  { field, as, value }: Renamed,
  report: Reporter,
  yaml: FrontMatter['yaml'],
  written: FrontMatter['yaml'],
): Problem {
  if (value) {
    const message = as
      ? `"${value.text}" in "${field}" is read as "${as}".`
      : `"${value.text}" in "${field}" is no address, and is not read.`;
    const remedy = as ? `Write ${as} instead.` : (FIELD_REMEDIES[field] ?? '');
    return { ...report(written.place(value.path), 'warning', message, remedy), group: `form of ${field}` };
  }
  const message = as
    ? `"${field}" is read as "${as}".`
    : `"${field}" is written as another engine has it, and is not read.`;
  const remedy = as ? `Write ${as}: instead of ${field}:.` : (FIELD_REMEDIES[field] ?? '');
  const place = yaml.place([as ?? field], 'key');
  return { ...report(place, 'warning', message, remedy), group: `field ${field}` };
}

/** Remedies show fields as YAML has them. */
function addToml(remedy: string): string {
  return /\b\w+: ?/.test(remedy) ? `${remedy} In TOML a field is name = value, with text in quotes.` : remedy;
}

/** A post without a date has that of its file's name. */
function withDateOf<Fields>(
  { date }: FileName,
  validated: Validated<Fields>,
  known: readonly string[],
): Validated<Fields> {
  const { values, faulty } = validated;
  if (date === undefined || 'date' in values || faulty.has('date') || !known.includes('date'))
    return validated;
  return { ...validated, values: { ...values, date } };
}

function toUnreadable<Fields>(
  file: DocumentFile,
  isDraft: boolean,
  problems: readonly Problem[],
  reportAt: ReportAt,
): ParsedDocument<Fields> {
  const values = (isDraft ? { draft: true } : {}) as Partial<Fields>;
  const nothing = { isReadable: false, fields: undefined, body: '', bodyLine: 1 };
  return { file, slug: readFileName(file.name).slug, values, problems, reportAt, ...nothing };
}
