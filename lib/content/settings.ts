import { transformSync } from 'esbuild';
import type { z } from 'zod';
import { type Site, siteSchema } from '../site';
import { createReporter, type Problem } from './problems';
import type { TextFile } from './read';

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
  const known = cache.get(file);
  if (known) return known;
  const parsed = evaluate(file);
  cache.set(file, parsed);
  return parsed;
}

const cache = new WeakMap<TextFile, ParsedSettings>();

function evaluate(file: TextFile): ParsedSettings {
  const report = createReporter(file.file, file.source);
  const fail = (problems: Problem[]) => ({ site: siteSchema.parse({}), problems });
  let settings: unknown;
  try {
    settings = run(file);
  } catch (error) {
    const { message, line, column } = describe(error);
    return fail([
      report({ line, column }, 'error', `The settings cannot be read: ${message}`, 'Correct this line.'),
    ]);
  }
  const result = siteSchema.safeParse(settings);
  if (result.success) return { site: result.data, problems: file.problems };
  return fail(result.error.issues.map((issue) => toProblem(issue, file.source, report)));
}

function run(file: TextFile): unknown {
  const { code } = transformSync(file.source, { loader: 'ts', format: 'cjs', sourcefile: file.file });
  const exports: { default?: unknown } = {};
  const module = { exports };
  const refuse = (name: string) => {
    throw new Error(`site.ts may import types only, not "${name}".`);
  };
  new Function('module', 'exports', 'require', code)(module, exports, refuse);
  return module.exports.default;
}

function toProblem(
  issue: z.core.$ZodIssue,
  source: string,
  report: ReturnType<typeof createReporter>,
): Problem {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...issue.path, ...(unknownKey === undefined ? [] : [unknownKey])].map(String);
  const place = findKey(source, path.findLast((step) => !/^\d+$/.test(step)) ?? '');
  if (path.length === 0) {
    return report(place, 'error', 'site.ts has no settings.', 'Write export default { title: "My blog" };');
  }
  const message =
    unknownKey === undefined
      ? `"${path.join('.')}": ${issue.message}.`
      : `"${path.join('.')}" is not a setting.`;
  return report(place, 'error', message, 'The settings and their meaning are listed in lib/site.ts.');
}

/** Settings are plain data, so the first place that spells the key is the one meant. */
function findKey(source: string, key: string): { line: number; column: number } {
  const lines = source.split('\n');
  const pattern = new RegExp(`(^|[\\s{,'"])(${key.replace(/[^\w]/g, '\\$&')})['"]?\\s*:`);
  const line = lines.findIndex((text) => key !== '' && pattern.test(text));
  const match = line === -1 ? null : pattern.exec(lines[line] ?? '');
  return { line: Math.max(line, 0) + 1, column: match ? match.index + (match[1]?.length ?? 0) + 1 : 1 };
}

function describe(error: unknown): { message: string; line: number; column: number } {
  const first = hasErrors(error) ? error.errors[0] : undefined;
  if (first) {
    return {
      message: `${first.text}.`,
      line: first.location?.line ?? 1,
      column: (first.location?.column ?? 0) + 1,
    };
  }
  return { message: error instanceof Error ? error.message : String(error), line: 1, column: 1 };
}

interface Failure {
  readonly errors: readonly { text: string; location: { line: number; column: number } | null }[];
}

function hasErrors(error: unknown): error is Failure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
