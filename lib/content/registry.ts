import type { z } from 'zod';
import { completeProblems, createReporter, type Place, type Problem } from './problems';
import type { TextFile } from './text-file';
import { type ParsedYaml, parseYaml } from './yaml';

/** What a YAML file that lists things by name holds. */
export interface Registry<Entry> {
  readonly file: string;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly problems: readonly Problem[];
  /** Reports an error at an entry. */
  reportAt(name: string, message: string, remedy: string): Problem;
}

type Build<Fields, Entry> = (
  name: string,
  fields: Fields,
  report: (message: string, remedy: string) => void,
) => Entry | undefined;

/** Reads a YAML file of the form `name: { fields }` and checks each entry. A missing file is an empty registry. */
export function parseRegistry<Schema extends z.ZodObject, Entry>(
  file: TextFile | undefined,
  schema: Schema,
  remedy: string,
  build: Build<z.output<Schema>, Entry>,
): Registry<Entry> {
  if (!file) return emptyRegistry();
  const report = createReporter(file.file, file.source);
  const yaml = parseYaml(file.source, 'The file');
  const reportAt = (name: string, message: string, help: string) =>
    report(yaml.place([name], 'key'), 'error', message, help);
  const problems = [...file.problems, ...completeProblems(yaml.problems, file.file, file.source)];
  const entries = new Map<string, Entry>();
  for (const [name, value] of listEntries(yaml, (place, message) =>
    problems.push(report(place, 'error', message, remedy)),
  )) {
    const result = schema.safeParse(value === '' ? {} : value);
    if (!result.success) {
      problems.push(...result.error.issues.flatMap((issue) => toProblems(issue, name, yaml, report, remedy)));
      continue;
    }
    const entry = build(name, result.data, (message, help) => problems.push(reportAt(name, message, help)));
    if (entry !== undefined) entries.set(name.normalize('NFC'), entry);
  }
  return { file: file.file, entries, problems, reportAt };
}

function emptyRegistry<Entry>(): Registry<Entry> {
  const report = createReporter('', '');
  return {
    file: '',
    entries: new Map(),
    problems: [],
    reportAt: (_name, message, remedy) => report({ line: 1, column: 1 }, 'error', message, remedy),
  };
}

function listEntries(yaml: ParsedYaml, report: (place: Place, message: string) => void): [string, unknown][] {
  const { value } = yaml;
  if (value === undefined || value === '') return [];
  if (typeof value === 'string' || Array.isArray(value)) {
    report(yaml.place([]), 'The file does not list entries by name.');
    return [];
  }
  return Object.entries(value);
}

function toProblems(
  issue: z.core.$ZodIssue,
  name: string,
  yaml: ParsedYaml,
  report: ReturnType<typeof createReporter>,
  remedy: string,
): Problem[] {
  const path = [name, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      report(yaml.place([...path, key], 'key'), 'error', `"${key}" is not a field of "${name}".`, remedy),
    );
  }
  const field = path
    .slice(1)
    .map((step) => (typeof step === 'number' ? `item ${step + 1}` : step))
    .join(', ');
  if (issue.code === 'invalid_type' && field !== '' && !yaml.has(path)) {
    return [report(yaml.place(path.slice(0, -1), 'key'), 'error', `"${name}" has no "${field}".`, remedy)];
  }
  const message = issue.message.startsWith('Invalid') ? 'has the wrong form' : issue.message;
  const subject = field === '' ? `"${name}"` : `"${field}" of "${name}"`;
  return [report(yaml.place(path), 'error', `${subject} ${message}.`, remedy)];
}
