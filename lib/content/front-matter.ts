import matter from 'gray-matter';
import { readYaml } from './known-yaml';
import type { ProblemInFile } from './problems';
import { parseToml } from './toml';
import { type ParsedYaml, parseYaml, type YamlPath, type YamlValue } from './yaml';

export interface FrontMatter {
  readonly language: 'yaml' | 'toml';
  /** The fields, every scalar still text. */
  readonly data: Readonly<Record<string, YamlValue>>;
  /** Places of fields in the file. */
  readonly yaml: ParsedYaml;
  /** Where a field or an item is written, where it was read from elsewhere. */
  readonly toWritten?: (path: YamlPath) => YamlPath;
  /** The text after the front matter. */
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
}

export type FrontMatterResult =
  | { readonly ok: true; readonly value: FrontMatter }
  | {
      readonly ok: false;
      readonly problems: readonly ProblemInFile[];
      /** True where the block has the line `draft: true` or `draft = true`, whatever else is wrong with it. */
      readonly isDraft: boolean;
    };

const EXAMPLE =
  'Start the file with a line of three hyphens, the fields (title: My post), and three hyphens again.';

/**
 * Splits a file into front matter and body: YAML between lines of exactly three hyphens, or TOML between lines of three plus signs.
 * Never throws and never guesses: anything else is a problem.
 */
export function parseFrontMatter(text: string): FrontMatterResult {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const problem = checkDelimiters(lines);
  if (problem) return { ok: false, problems: [problem], isDraft: false };
  const end = findEnd(lines);
  // Without the white space that may stand after the delimiters, which gray-matter would take for text.
  const delimiter = (lines[0] ?? '').trimEnd();
  const language = delimiter === TOML ? 'toml' : 'yaml';
  const source = lines.with(0, delimiter).with(end, delimiter).join('\n');
  const yaml: ParsedYaml[] = [];
  // An options object is a must: without one gray-matter caches by source and answers `{}` for a file that failed
  // before. The engine named "javascript" would run `eval`.
  const file = matter(source, {
    language,
    delimiters: delimiter,
    engines: {
      yaml: (block: string) => {
        const parsed = readYaml(block, SUBJECT);
        yaml.push(parsed);
        return isRecord(parsed.value) ? parsed.value : {};
      },
      toml: (block: string) => {
        const parsed = parseToml(block, SUBJECT);
        yaml.push(parsed);
        return isRecord(parsed.value) ? parsed.value : {};
      },
      javascript: () => {
        throw new Error('JavaScript front matter is refused.');
      },
    },
  });
  const parsed = yaml[0] ?? parseYaml('', SUBJECT);
  const problems = checkFields(parsed);
  if (problems.length > 0) return { ok: false, problems, isDraft: lines.slice(1, end).some(isDraftLine) };
  const lifted = liftTaxonomies(parsed);
  const data = lifted === parsed || !isRecord(lifted.value) ? file.data : lifted.value;
  return { ok: true, value: { language, data, yaml: lifted, body: file.content, bodyLine: end + 2 } };
}

const TOML = '+++';

const SUBJECT = 'The front matter';

function checkFields(yaml: ParsedYaml): readonly ProblemInFile[] {
  if (yaml.problems.length > 0) return yaml.problems;
  if (yaml.value === undefined || yaml.value === '' || isRecord(yaml.value)) return [];
  const message = 'The front matter is not a list of fields.';
  return [{ ...yaml.place([]), severity: 'error', message, remedy: 'Write one "name: value" per line.' }];
}

function isDraftLine(line: string): boolean {
  return /^draft(?::\s+|\s*=\s*)(?:true|yes|on)\s*(#.*)?$/i.test(line);
}

function checkDelimiters(lines: readonly string[]): ProblemInFile | undefined {
  const first = lines[0] ?? '';
  if (lines.every((line) => line.trim() === '')) {
    return { line: 1, column: 1, severity: 'error', message: 'The file is empty.', remedy: EXAMPLE };
  }
  const other = /^(?:---\s*(?=[^\s-])|(?=;;;$|\{\s*(?:"|$)))/.exec(first)?.[0];
  if (other !== undefined) {
    const message = `Front matter in another language than YAML and TOML ("${first.trim()}") is refused.`;
    return { line: 1, column: other.length + 1, severity: 'error', message, remedy: toLanguageRemedy(first) };
  }
  const delimiter = first.trimEnd();
  if (delimiter !== '---' && delimiter !== TOML) {
    const above = ABOVE.exec(lines.join('\n'))?.[0] ?? '';
    const start = above.split('\n').length - 1;
    if (start > 0 && ['---', TOML].includes(lines[start]?.trimEnd() ?? '')) {
      const message = 'The front matter does not start on the first line.';
      const remedy =
        above.trim() === '' ? 'Remove the empty lines above it.' : 'Move the comment below the front matter.';
      return { line: start + 1, column: 1, severity: 'error', message, remedy };
    }
    return {
      line: 1,
      column: 1,
      severity: 'error',
      message: 'The file has no front matter.',
      remedy: EXAMPLE,
    };
  }
  const end = findEnd(lines);
  if (end === -1) {
    const message = 'The front matter is opened but never closed.';
    const dots = lines.findIndex((line) => line.trimEnd() === '...');
    if (dots > 0) {
      const remedy = 'Write three hyphens instead of the three dots in this line.';
      return { line: dots + 1, column: 1, severity: 'error', message, remedy };
    }
    return {
      line: 1,
      column: 1,
      severity: 'error',
      message,
      remedy: `Put a line of ${nameOf(delimiter)} after the last field.`,
    };
  }
  if (lines[end]?.trimEnd() !== delimiter) {
    const message = `This line starts with ${nameOf(delimiter)} but is not the end of the front matter.`;
    const remedy = `End the front matter with a line of exactly ${nameOf(delimiter)}, or indent this line.`;
    return { line: end + 1, column: 1, severity: 'error', message, remedy };
  }
  return undefined;
}

/** Empty lines and comments at the start of a file. */
const ABOVE = /^\s*(?:<!--[\s\S]*?-->\s*)*/;

function toLanguageRemedy(first: string): string {
  if (first.startsWith('{'))
    return 'JSON is YAML too: put a line of three hyphens above its first brace and another below its last.';
  if (/^---\s*(?:json|yaml|yml)\s*$/i.test(first))
    return 'Write three hyphens alone in this line: YAML is read, and JSON is YAML too.';
  if (/^---\s*toml\s*$/i.test(first)) return 'Write three plus signs instead, here and below the fields.';
  return 'Write the fields as YAML between two lines of three hyphens.';
}

/** Index of the line that ends the block, or looks as if it should; -1 where there is none. */
function findEnd(lines: readonly string[]): number {
  const [first = ''] = lines;
  return lines.findIndex((line, index) => index > 0 && line.startsWith(first.slice(0, 3)));
}

function nameOf(delimiter: string): string {
  return delimiter === TOML ? 'three plus signs' : 'three hyphens';
}

/** Zola keeps the tags of a post in a table `taxonomies`. */
function liftTaxonomies(parsed: ParsedYaml): ParsedYaml {
  const { value } = parsed;
  if (!isRecord(value) || value.tags !== undefined || !isRecord(value.taxonomies)) return parsed;
  const { taxonomies, ...fields } = value;
  const { tags, ...others } = taxonomies as Record<string, YamlValue>;
  if (tags === undefined) return parsed;
  const toWritten = (path: YamlPath) => (path[0] === 'tags' ? ['taxonomies', ...path] : path);
  return {
    ...parsed,
    value: { ...fields, ...(Object.keys(others).length > 0 && { taxonomies: others }), tags },
    place: (path, part) => parsed.place(toWritten(path), part),
    has: (path) => parsed.has(toWritten(path)),
    isQuoted: (path) => parsed.isQuoted(toWritten(path)),
  };
}

function isRecord(value: unknown): value is Record<string, YamlValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
