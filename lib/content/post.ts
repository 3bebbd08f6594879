import type { z } from 'zod';
import { dayOf } from '../dates';
import { FIELD_ADVICE, FLAG_FIELDS, PAGE_FIELDS, POST_FIELDS, pageSchema, postSchema } from './fields';
import { type FrontMatter, parseFrontMatter } from './front-matter';
import { createReporter, type Problem, type Reporter } from './problems';
import type { DocumentFile } from './read';
import { isSlug } from './slug';
import { nearest } from './suggest';
import { countWords } from './words';
import type { YamlPath } from './yaml';

export type PostFields = z.output<typeof postSchema>;
export type PageFields = z.output<typeof pageSchema>;

/** A file with its front matter checked; `fields` is missing where an error stands in the way. */
export interface ParsedDocument<Fields> {
  readonly file: DocumentFile;
  readonly slug: string;
  readonly fields: Fields | undefined;
  /** True where the front matter says so, whatever else is wrong with it. */
  readonly isDraft: boolean;
  readonly body: string;
  readonly bodyLine: number;
  readonly words: number;
  readonly minutes: number;
  readonly problems: readonly Problem[];
  /** Reports a problem at a field, or at the file's first line where the field is not there. */
  reportAt(path: YamlPath, severity: Problem['severity'], message: string, advice: string): Problem;
}

export type ParsedPost = ParsedDocument<PostFields>;
export type ParsedPage = ParsedDocument<PageFields>;

/** Parses and validates a post's file. Never throws; the same file object gives the same answer object. */
export function toPost(file: DocumentFile): ParsedPost {
  return remember(posts, file, () => parseDocument(file, postSchema, POST_FIELDS, checkPost));
}

/** Parses and validates the file of a page that is not a post. */
export function toPage(file: DocumentFile): ParsedPage {
  return remember(pages, file, () => parseDocument(file, pageSchema, PAGE_FIELDS, () => []));
}

const posts = new WeakMap<DocumentFile, ParsedPost>();
const pages = new WeakMap<DocumentFile, ParsedPage>();

type Report = ParsedDocument<unknown>['reportAt'];
type Check<Fields> = (fields: Fields, report: Report, file: DocumentFile) => Problem[];

function parseDocument<Schema extends z.ZodObject>(
  file: DocumentFile,
  schema: Schema,
  known: readonly string[],
  check: Check<z.output<Schema>>,
): ParsedDocument<z.output<Schema>> {
  const report = createReporter(file.file, file.source);
  const nothing = {
    file,
    slug: file.name,
    fields: undefined,
    isDraft: false,
    body: '',
    bodyLine: 1,
    words: 0,
    minutes: 1,
  };
  if (file.problems.length > 0) return { ...nothing, problems: file.problems, reportAt: reportTop(report) };
  const parsed = parseFrontMatter(file.source);
  if (!parsed.ok) {
    const problems = parsed.faults.map((fault) => report(fault, 'error', fault.message, fault.advice));
    return { ...nothing, problems, reportAt: reportTop(report) };
  }
  const { yaml, body, bodyLine } = parsed.value;
  const reportAt: Report = (path, severity, message, advice) =>
    report(path.length === 0 ? { line: 1, column: 1 } : yaml.place(path), severity, message, advice);
  const checkFields = (value: z.output<Schema>) => check(value, reportAt, file);
  const fields = validate(parsed.value, schema, known, report, checkFields, reportAt);
  const slug = typeof fields.value?.slug === 'string' ? fields.value.slug.normalize('NFC') : file.name;
  const problems = [...fields.problems, ...checkName(file, fields.value?.slug !== undefined, reportAt)];
  return {
    file,
    slug,
    fields: problems.some((problem) => problem.severity === 'error') ? undefined : fields.value,
    isDraft: parsed.value.data.draft === 'true',
    body,
    bodyLine,
    ...countWords(body),
    problems,
    reportAt,
  };
}

function validate<Schema extends z.ZodObject>(
  frontMatter: FrontMatter,
  schema: Schema,
  known: readonly string[],
  report: Reporter,
  check: (fields: z.output<Schema>) => Problem[],
  reportAt: Report,
) {
  const { yaml } = frontMatter;
  const problems = Object.keys(frontMatter.data)
    .filter((key) => !known.includes(key))
    .map((key) => reportUnknown(key, known, (...rest) => report(yaml.place([key], 'key'), ...rest)));
  for (const key of FLAG_FIELDS) {
    if (known.includes(key) && yaml.isQuoted([key])) {
      problems.push(
        reportAt([key], 'error', `"${key}" must be true or false, not text.`, FIELD_ADVICE[key] ?? ''),
      );
    }
  }
  const result = schema.safeParse(withoutEmpty(frontMatter.data));
  if (result.success) return { value: result.data, problems: [...problems, ...check(result.data)] };
  problems.push(...result.error.issues.map((issue) => toProblem(issue, frontMatter, reportAt)));
  return { value: undefined, problems };
}

/** A field without a value counts as absent, except a flag: `draft:` alone could mean either. */
function withoutEmpty(data: FrontMatter['data']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(([key, value]) => value !== '' || FLAG_FIELDS.includes(key)),
  );
}

function toProblem(issue: z.core.$ZodIssue, frontMatter: FrontMatter, report: Report): Problem {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const field = String(path[0] ?? '');
  const advice = FIELD_ADVICE[field] ?? 'See the list of fields in the README.';
  if (!(field in frontMatter.data)) return report([], 'error', `The field "${field}" is missing.`, advice);
  const name =
    path.length > 1 && typeof path[1] === 'number'
      ? `Item ${path[1] + 1} of "${field}"`
      : `"${path.join('.')}"`;
  const message = frontMatter.data[field] === '' ? 'is empty' : issue.message;
  return report(path, 'error', `${name} ${message}.`, advice);
}

type ReportHere = (severity: Problem['severity'], message: string, advice: string) => Problem;

function reportUnknown(key: string, known: readonly string[], report: ReportHere): Problem {
  const close = nearest(key, known, 2);
  if (close !== undefined) {
    return report(
      'error',
      `"${key}" is not a field. Did you mean "${close}"?`,
      `Write ${close}: instead of ${key}:.`,
    );
  }
  const guess = nearest(key, known, Math.max(3, Math.floor(key.length / 2)));
  const question = guess === undefined ? '' : ` Did you mean "${guess}"?`;
  const advice = `It is ignored. Known fields: ${known.join(', ')}.`;
  return report('warning', `"${key}" is not a field.${question}`, advice);
}

function checkPost(fields: PostFields, report: Report, file: DocumentFile): Problem[] {
  const problems: Problem[] = [];
  const missing = (field: string) =>
    report(
      [],
      'error',
      `The field "${field}" is missing.`,
      `${FIELD_ADVICE[field]} Only a draft can do without.`,
    );
  if (!fields.draft && fields.description === undefined) problems.push(missing('description'));
  if (!fields.draft && fields.date === undefined) problems.push(missing('date'));
  if (
    fields.updated !== undefined &&
    fields.date !== undefined &&
    dayOf(fields.updated) < dayOf(fields.date)
  ) {
    const message = `"updated" (${dayOf(fields.updated)}) is before "date" (${dayOf(fields.date)}).`;
    problems.push(
      report(['updated'], 'error', message, 'Give the day of the last change, or remove the field.'),
    );
  }
  const cover = fields.cover?.src.replace(/^\.\//, '');
  if (cover !== undefined && !file.assets.includes(cover)) {
    const close = nearest(cover, file.assets, 3);
    const guess = close === undefined ? '' : ` Did you mean "./${close}"?`;
    const advice = 'Put the image into the folder of the post, or correct the name.';
    problems.push(
      report(['cover', 'src'], 'error', `The cover "${fields.cover?.src}" is missing.${guess}`, advice),
    );
  }
  return problems;
}

function checkName(file: DocumentFile, hasSlug: boolean, report: Report): Problem[] {
  if (hasSlug || isSlug(file.name)) return [];
  const message = `The name "${file.name}" has characters that an address cannot hold.`;
  return [
    report(
      [],
      'error',
      message,
      'Rename the file or folder with letters, numbers and hyphens, or add the field slug.',
    ),
  ];
}

function reportTop(report: Reporter): Report {
  return (_path, severity, message, advice) => report({ line: 1, column: 1 }, severity, message, advice);
}

function remember<Key extends object, Value>(cache: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = make();
  cache.set(key, value);
  return value;
}
