import type { z } from 'zod';
import { FIELD_REMEDIES, FLAG_FIELDS, FOREIGN_FIELDS, POST_FIELDS, SYNONYMS } from './fields';
import type { FrontMatter } from './front-matter';
import { isHiding, isTiming } from './hidden-fields';
import type { Problem, Reporter } from './problems';
import { suggest } from './suggest';
import type { YamlPath } from './yaml';

/** What a front matter holds, field by field. */
export interface Validated<Fields> {
  /** The fields that are right, with the defaults of those that are absent. */
  readonly values: Partial<Fields>;
  /** Names of the fields that the file gives, right or wrong, with a value or without. */
  readonly given: ReadonlySet<string>;
  /** Names of the fields with an error of their own. */
  readonly faulty: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Checks each field of a front matter for itself: one that is wrong does not hide another. */
export function validateFields<Schema extends z.ZodObject>(
  front: FrontMatter,
  schema: Schema,
  known: readonly string[],
  report: Reporter,
): Validated<z.output<Schema>> {
  const { data, yaml } = front;
  const given = new Set(Object.keys(data));
  const unknown = [...given]
    .filter((key) => !known.includes(key) && !isHiding(key, data[key] ?? '') && !isTiming(key))
    .map((key) => reportUnknown(key, known, given, (...rest) => report(yaml.place([key], 'key'), ...rest)));
  const quoted = FLAG_FIELDS.filter((key) => known.includes(key) && yaml.isQuoted([key]));
  const input = withoutEmpty(data, yaml);
  const result = schema.safeParse(input);
  const issues = result.success ? [] : keepFirst(result.error.issues);
  const problems = [
    ...unknown,
    ...yaml.comments.map((place) =>
      report(
        place,
        'warning',
        'The text from "#" on is a comment, not a part of the value.',
        'Put quotes around the value, or a space behind "#".',
      ),
    ),
    ...quoted.map((key) =>
      report(
        yaml.place([key]),
        'error',
        `"${key}" must be true or false, not text.`,
        FIELD_REMEDIES[key] ?? '',
      ),
    ),
    ...issues
      .filter(({ path }) => !quoted.includes(String(path[0])))
      .flatMap((issue) => toProblems(issue, front, report)),
  ];
  const faulty = new Set([...quoted, ...issues.map(({ path }) => String(path[0]))]);
  const sound = Object.entries(input).filter(([key]) => !faulty.has(key));
  const rest = faulty.size === 0 ? result : schema.partial().safeParse(Object.fromEntries(sound));
  return { values: (rest.data ?? {}) as Partial<z.output<Schema>>, given, faulty, problems };
}

/** One issue for each place: an empty text need not be of a certain form as well. */
function keepFirst(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const first = new Map<string, z.core.$ZodIssue>();
  for (const issue of issues) {
    const place = issue.path.join('\0');
    if (!first.has(place)) first.set(place, issue);
  }
  return [...first.values()];
}

/** YAML's two words for nothing are nothing, unless they are quoted. */
function isEmpty(value: unknown, isQuoted: boolean): boolean {
  return value === '' || (!isQuoted && (value === 'null' || value === '~'));
}

/** A field without a value counts as absent, except a flag: `draft:` alone could mean either. */
function withoutEmpty(data: FrontMatter['data'], yaml: FrontMatter['yaml']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([key, value]) => FLAG_FIELDS.includes(key) || !isEmpty(value, yaml.isQuoted([key])),
    ),
  );
}

function toProblems(
  issue: z.core.$ZodIssue,
  { data, yaml, toWritten }: FrontMatter,
  report: Reporter,
): Problem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const nameOf = (place: YamlPath) => {
    const item = toWritten?.(place.slice(0, 2))[1];
    return formatName(typeof place[1] === 'number' && item !== undefined ? place.with(1, item) : place);
  };
  const field = String(path[0] ?? '');
  const remedy = FIELD_REMEDIES[field] ?? `Known fields: ${Object.keys(FIELD_REMEDIES).join(', ')}.`;
  if (!Object.hasOwn(data, field)) {
    return [report({ line: 1, column: 1 }, 'error', `The field "${field}" is missing.`, remedy)];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      report(yaml.place([...path, key], 'key'), 'error', `${nameOf(path)} has no field "${key}".`, remedy),
    );
  }
  if (path.length === 2 && typeof path[1] === 'string' && !hasKey(data[field], path[1])) {
    return [report(yaml.place([field], 'key'), 'error', `"${field}" has no "${path[1]}".`, remedy)];
  }
  if (path.length === 3 && !yaml.has(path)) {
    const item = path.slice(0, 2);
    return [report(yaml.place(item), 'error', `${nameOf(item)} has no "${path[2]}".`, remedy)];
  }
  const message = isEmpty(data[field], yaml.isQuoted([field])) ? 'is empty' : issue.message;
  return [report(yaml.place(path), 'error', `${nameOf(path)} ${message}.`, remedy)];
}

function formatName([field = '', item, ...rest]: readonly (string | number)[]): string {
  if (typeof item !== 'number')
    return `"${[field, ...(item === undefined ? [] : [item]), ...rest].join('.')}"`;
  return `${rest.length > 0 ? `"${rest.join('.')}" of item` : 'Item'} ${item + 1} of "${field}"`;
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

/** Fields to which more can be added. */
const LISTS = ['tags', 'aliases', 'revisions', 'authors'];

type ReportHere = (severity: Problem['severity'], message: string, remedy: string) => Problem;

function reportUnknown(
  key: string,
  known: readonly string[],
  given: ReadonlySet<string>,
  report: ReportHere,
): Problem {
  if (POST_FIELDS.includes(key)) {
    const remedy = `Remove it; a page can have ${known.join(', ')}.`;
    return report('error', `"${key}" is a field of posts, not of pages.`, remedy);
  }
  const close = FOREIGN_FIELDS.has(key.toLowerCase()) ? undefined : suggest(key, known);
  if (close !== undefined) {
    const message = `"${key}" is not a field. Did you mean "${close}"?`;
    return report('error', message, `Write ${close}: instead of ${key}:.`);
  }
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  const meant = (Object.hasOwn(SYNONYMS, plain) && SYNONYMS[plain]) || '';
  const question =
    known.includes(meant) && (!given.has(meant) || LISTS.includes(meant)) ? ` Did you mean "${meant}"?` : '';
  const remedy = `It is ignored. Known fields: ${known.join(', ')}.`;
  return { ...report('warning', `"${key}" is not a field.${question}`, remedy), group: `field ${key}` };
}
