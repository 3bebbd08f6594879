import matter from 'gray-matter';
import { type Place, placeAt } from './problems';
import { type ParsedYaml, parseYaml, type YamlValue } from './yaml';
import { explainYaml } from './yaml-advice';

export interface FrontMatterFault extends Place {
  readonly message: string;
  readonly advice: string;
}

export interface FrontMatter {
  /** The fields, every scalar still text. */
  readonly data: Readonly<Record<string, YamlValue>>;
  /** Places of fields in the file. */
  readonly yaml: ParsedYaml;
  /** The text after the front matter. */
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
}

export type FrontMatterResult =
  | { readonly ok: true; readonly value: FrontMatter }
  | { readonly ok: false; readonly faults: readonly FrontMatterFault[] };

const EXAMPLE =
  'Start the file with a line of three hyphens, the fields (title: My post), and three hyphens again.';

/**
 * Splits a file into front matter and body. YAML only; the block is delimited by lines of exactly three hyphens.
 * Never throws and never guesses: anything else is a fault with its place in the file.
 */
export function parseFrontMatter(text: string): FrontMatterResult {
  const source = text.replace(/\r\n?/g, '\n');
  const fault = findDelimiterFault(source);
  if (fault) return { ok: false, faults: [fault] };
  const yaml: ParsedYaml[] = [];
  // An options object is a must: without one gray-matter caches by source and answers `{}` for a file that failed
  // before. The engine named "javascript" would run `eval`.
  const file = matter(source, {
    language: 'yaml',
    engines: {
      yaml: (text: string) => {
        const parsed = parseYaml(text, countLines(text));
        yaml.push(parsed);
        return isRecord(parsed.value) ? parsed.value : {};
      },
      javascript: () => {
        throw new Error('JavaScript front matter is refused.');
      },
    },
  });
  const parsed = yaml[0] ?? parseYaml('', 2);
  return toResult(parsed, file.content, countBodyLine(source, file.content), file.data);
}

/** gray-matter hands over the block with or without the line break after `---`; the first field is on line 2. */
function countLines(text: string): number {
  return /^\n/.test(text) ? 1 : 2;
}

function toResult(
  yaml: ParsedYaml,
  body: string,
  bodyLine: number,
  data: Record<string, YamlValue>,
): FrontMatterResult {
  if (yaml.faults.length > 0) {
    return { ok: false, faults: yaml.faults.map((fault) => ({ ...fault, ...explainYaml(fault.message) })) };
  }
  if (yaml.value !== undefined && yaml.value !== '' && !isRecord(yaml.value)) {
    const message = 'The front matter is not a list of fields.';
    return {
      ok: false,
      faults: [{ ...yaml.place([]), message, advice: 'Write one "name: value" per line.' }],
    };
  }
  return { ok: true, value: { data, yaml, body, bodyLine } };
}

function findDelimiterFault(source: string): FrontMatterFault | undefined {
  const lines = source.split('\n');
  const first = lines[0] ?? '';
  if (source.trim() === '') {
    return { line: 1, column: 1, message: 'The file is empty.', advice: EXAMPLE };
  }
  if (/^---[^\s-]/.test(first)) {
    const message = `Front matter in another language than YAML ("${first.trim()}") is refused.`;
    return {
      line: 1,
      column: 4,
      message,
      advice: 'Write the fields as YAML between two lines of three hyphens.',
    };
  }
  if (first.trimEnd() !== '---') {
    const start = lines.findIndex((line) => line.trim() !== '');
    if (start > 0 && lines[start]?.trimEnd() === '---') {
      const message = 'The front matter does not start on the first line.';
      return {
        line: 1,
        column: 1,
        message,
        advice: 'Remove what stands before the first line of three hyphens.',
      };
    }
    return { line: 1, column: 1, message: 'The file has no front matter.', advice: EXAMPLE };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (end === -1) {
    const message = 'The front matter is opened but never closed.';
    return { line: 1, column: 1, message, advice: 'Put a line of three hyphens after the last field.' };
  }
  if (lines[end]?.trimEnd() !== '---') {
    const message = 'This line starts with three hyphens but is not the end of the front matter.';
    const advice = 'End the front matter with a line of exactly three hyphens, or indent this line.';
    return { line: end + 1, column: 1, message, advice };
  }
  return undefined;
}

function countBodyLine(source: string, body: string): number {
  return placeAt(source, source.length - body.length).line;
}

function isRecord(value: unknown): value is Record<string, YamlValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
