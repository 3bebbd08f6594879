import type { z } from 'zod';
import { createWeakProcessCache } from '../cache/process-cache';
import { loadEsbuild } from '../site/load-esbuild';
import { type Site, siteSchema } from '../site/site';
import {
  completeProblems,
  createReporter,
  type Place,
  type Problem,
  type ProblemInFile,
  placeAt,
} from './problems';
import { suggest } from './suggest';
import type { TextFile } from './text-file';

export interface ParsedSettings {
  readonly site: Site;
  readonly problems: readonly Problem[];
}

/**
 * The settings of `content/site.ts`, checked and with defaults filled in; all defaults where the file is missing or
 * wrong. The file is run without the bundler, so that every content folder can bring its own.
 */
export function parseSettings(file: TextFile | undefined): ParsedSettings {
  if (!file) return { site: siteSchema.parse({}), problems: [] };
  return cache.getOrCreate(file, () => evaluate(file));
}

const cache = createWeakProcessCache<TextFile, ParsedSettings>('settings');

function evaluate(file: TextFile): ParsedSettings {
  const report = createReporter(file.file, file.source);
  if (file.problems.length > 0) return { site: siteSchema.parse({}), problems: file.problems };
  const fail = (problems: Problem[]) => ({ site: siteSchema.parse({}), problems });
  let settings: unknown;
  try {
    settings = run(file);
  } catch (error) {
    return fail(completeProblems([explainFailure(error, file.source)], file.file, file.source));
  }
  const result = siteSchema.safeParse(settings);
  if (result.success) return { site: result.data, problems: [] };
  return fail(result.error.issues.flatMap((issue) => toProblems(issue, settings, file.source, report)));
}

/** The same file with nothing left to compile: where it is read in this form, no compiler is needed. */
export function toPlainSettings(file: TextFile): string {
  return `export default ${JSON.stringify(run(file) ?? {})};\n`;
}

function readPlain(source: string): unknown {
  const [, json] = /^export default (\{.*\});\n$/s.exec(source) ?? [];
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

function run(file: TextFile): unknown {
  return readPlain(file.source) ?? compile(file);
}

function compile(file: TextFile): unknown {
  const { code } = loadEsbuild().transformSync(file.source, {
    loader: 'ts',
    format: 'cjs',
    sourcefile: file.file,
  });
  const exports: { default?: unknown } = {};
  const module = { exports };
  const refuse = (name: string) => {
    throw new ImportError(name);
  };
  new Function('module', 'exports', 'require', code)(module, exports, refuse);
  return module.exports.default;
}

function toProblems(
  issue: z.core.$ZodIssue,
  settings: unknown,
  source: string,
  report: ReturnType<typeof createReporter>,
): Problem[] {
  const remedy = 'The settings and their meaning are listed in lib/site/site.ts.';
  const path = issue.path.map((step) => (typeof step === 'number' ? `item ${step + 1}` : String(step)));
  if (issue.code === 'invalid_union') {
    // The form that was meant is the one that found fault with a part, not with the whole.
    const meant = issue.errors.find((found) =>
      found.some((inner) => inner.path.length > 0 || 'keys' in inner),
    );
    if (meant) {
      return meant.flatMap((inner) =>
        toProblems({ ...inner, path: [...issue.path, ...inner.path] }, settings, source, report),
      );
    }
  }
  const placeOf = (steps: readonly string[]) => findKey(source, steps);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const full = [...path, key];
      const close = RENAMED[key] ?? suggest(key, Object.keys(siteSchema.shape));
      const isKnown = path.length === 0 && close !== undefined;
      const question = isKnown ? ` Did you mean "${close}"?` : '';
      const what = `"${full.join(', ')}" is not a setting.${question}`;
      return report(placeOf(full), 'error', what, isKnown ? `Write ${close} instead of ${key}.` : remedy);
    });
  }
  if (path.length === 0) {
    const example = 'Write export default { title: "My blog" };';
    return [report(placeOf(path), 'error', 'site.ts has no settings.', example)];
  }
  return [report(placeOf(path), 'error', `"${path.join(', ')}" ${describeIssue(issue, settings)}.`, remedy)];
}

/** Settings by the names that they had before. */
const RENAMED: Readonly<Record<string, string>> = { agedAfterYears: 'outdatedAfterYears', faces: 'fonts' };

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function describeIssue(issue: z.core.$ZodIssue, settings: unknown): string {
  if (issue.code === 'invalid_type' && getIn(settings, issue.path) === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'must be an absolute URL';
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'is empty' : `must be at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}`;
  return issue.message;
}

function getIn(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );
}

/** Settings are plain data, so the first place that spells the key is the one meant; else its parent's place. */
function findKey(source: string, path: readonly string[]): Place {
  for (const key of path.toReversed()) {
    const match = new RegExp(`(?<=^|[\\s{,'"])${key.replace(/[^\w]/g, '\\$&')}['"]?\\s*:`, 'm').exec(source);
    if (match) return placeAt(source, match.index);
  }
  return { line: 1, column: 1 };
}

/** The end of what stands before an error, where that lacks the comma which would put it right. */
function findMissingComma(source: string, message: string, { line, column }: Place): Place | undefined {
  if (!/^Expected "[}\])]" but found/.test(message)) return undefined;
  const before = (source.split('\n')[line - 1] ?? '').slice(0, column - 1).trimEnd();
  if (/[\w'"`\])}]$/.test(before)) return { line, column: before.length + 1 };
  const lines = source.split('\n').slice(0, line - 1);
  const index = lines.findLastIndex((text) => text.replace(/\/\/.*/, '').trim() !== '');
  const text = (lines[index] ?? '').replace(/\s*(\/\/.*)?$/, '');
  return text === '' || /[,{[(]$/.test(text) ? undefined : { line: index + 1, column: text.length + 1 };
}

function explainFailure(error: unknown, source: string): ProblemInFile {
  const fail = (message: string, remedy: string, place: Place): ProblemInFile => {
    return { ...place, severity: 'error', message: `The settings cannot be read: ${message}`, remedy };
  };
  const first = hasErrors(error) ? error.errors[0] : undefined;
  if (first) {
    const { line = 1, column = 0 } = first.location ?? {};
    const comma = findMissingComma(source, first.text, { line, column: column + 1 });
    if (comma) return fail('a comma is missing.', 'Put a comma here.', comma);
    return fail(`${first.text}.`, 'Correct this line.', { line, column: column + 1 });
  }
  const remedy = 'Settings are plain data: write the values themselves.';
  if (error instanceof ImportError) {
    return fail(error.message, remedy, placeAt(source, Math.max(source.indexOf(error.from), 0)));
  }
  const reason = error instanceof Error ? error.message : String(error);
  return fail(`${reason.replace(/\.$/, '')}.`, remedy, { line: 1, column: 1 });
}

class ImportError extends Error {
  constructor(readonly from: string) {
    super(`site.ts may import types only, not "${from}".`);
  }
}

interface Failure {
  readonly errors: readonly { text: string; location: { line: number; column: number } | null }[];
}

function hasErrors(error: unknown): error is Failure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
