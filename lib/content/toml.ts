import { parse, TomlError } from 'smol-toml';
import type { Explanation } from './problems';
import { placeAt } from './problems';
import { findTomlPlaces, type TomlPlace } from './toml-places';
import type { ParsedYaml, YamlPath, YamlValue } from './yaml';

/** Parses TOML as `parseYaml` does YAML: every scalar stays the text its author wrote, and nothing is thrown. */
export function parseToml(text: string, subject: string): ParsedYaml {
  try {
    const value = parse(text);
    const places = findTomlPlaces(text);
    const find = (path: YamlPath) => places.get(path.join('\0'));
    const start = { line: 1, column: 1 };
    return {
      value: toPlain(value, [], places),
      problems: [],
      comments: [],
      place: (path, part = 'value') => {
        // The nearest parent's, for a path that is not there.
        const known = path.map((_, index) => find(path.slice(0, path.length - index))).find(Boolean);
        return known ? placeAt(text, known[part]) : start;
      },
      has: (path) => find(path) !== undefined,
      isQuoted: (path) => /^["']/.test(find(path)?.raw ?? ''),
    };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { line, column, message } = error;
    const problem = { line, column, severity: 'error' as const, ...explain(message, subject) };
    const nowhere = () => ({ line: 1, column: 1 });
    return {
      value: undefined,
      problems: [problem],
      comments: [],
      place: nowhere,
      has: () => false,
      isQuoted: () => false,
    };
  }
}

function toPlain(value: unknown, path: YamlPath, places: ReadonlyMap<string, TomlPlace>): YamlValue {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item, index) => toPlain(item, [...path, index], places));
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, toPlain(item, [...path, key], places)]),
    );
  }
  return places.get(path.join('\0'))?.raw ?? String(value);
}

const EXPLANATIONS: readonly (readonly [RegExp, string, string])[] = [
  [/illegal character in key/, 'this line is not of the form name = value.', 'Write title = "My post".'],
  [
    /invalid value/,
    'this value is no text in quotes, number, date or list.',
    'Put quotes around text: title = "My post".',
  ],
  [
    /unfinished string|control characters/,
    'a quote is opened but never closed.',
    'Close it on its line; text of several lines is written between three quotes.',
  ],
  [/redefine/, 'this field appears twice.', 'Keep one of the two.'],
  [
    /escape/,
    'a backslash between double quotes has a meaning of its own.',
    'Write two, or use single quotes.',
  ],
  [
    /end-of-line/,
    'text follows a value that is already complete.',
    'Put each field on a line of its own, and write \\" for a double quote in a text.',
  ],
  [/end of structure|cannot find end/, 'a bracket is opened but not closed.', 'Close it.'],
];

function explain(message: string, subject: string): Explanation {
  const [reason = ''] = message.replace(/^Invalid TOML document: /, '').split('\n');
  const [, found = `${reason}.`, remedy = 'Write name = "value" on each line.'] =
    EXPLANATIONS.find(([pattern]) => pattern.test(reason)) ?? [];
  return { message: `${subject} is not valid TOML: ${found}`, remedy };
}
