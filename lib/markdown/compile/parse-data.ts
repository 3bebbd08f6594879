import { LineCounter, parseDocument } from 'yaml';
import type { DataFile } from '../../content/data-files';
import { explainYaml } from '../../content/explain-yaml';
import type { Explanation, Place, ProblemInFile } from '../../content/problems';

/** What a file of data holds, or why it cannot be read. */
export type ParsedData = { readonly value: unknown } | { readonly problem: ProblemInFile };

/** The data that a text imports, by the names of their files in the text. Never throws. */
export async function parseDataFiles(files: readonly DataFile[]): Promise<ReadonlyMap<string, ParsedData>> {
  const parsed = files.map(async (file) => [file.source, await parseData(file)] as const);
  return new Map(await Promise.all(parsed));
}

async function parseData({ text }: DataFile): Promise<ParsedData> {
  const [unreadable] = text.problems;
  if (unreadable) {
    const { file, frame, ...problem } = unreadable;
    return { problem: { ...problem, elsewhere: { file, frame } } };
  }
  const found = /\.json$/i.test(text.file) ? await parseJson(text.source) : parseYamlData(text.source);
  if ('value' in found) return found;
  const { line, column, message, remedy } = found;
  const frame = text.source.split('\n')[line - 1] ?? '';
  return {
    problem: { line, column, severity: 'error', message, remedy, elsewhere: { file: text.file, frame } },
  };
}

type Fault = Place & Explanation;

async function parseJson(source: string): Promise<{ value: unknown } | Fault> {
  try {
    return { value: JSON.parse(source) };
  } catch {
    // The parser of JavaScript does not say where.
    const place = await findJsonFault(source);
    const message = `The file is not valid JSON: ${place.reason}.`;
    return { ...place, message, remedy: 'Correct it there: a text imports this file.' };
  }
}

async function findJsonFault(source: string): Promise<Place & { reason: string }> {
  const { transformSync } = await import('esbuild');
  try {
    transformSync(source, { loader: 'json', logLevel: 'silent' });
  } catch (error) {
    const [first] = (error as { errors?: { text: string; location: Place | null }[] }).errors ?? [];
    if (first?.location) {
      const { line, column } = first.location;
      return { line, column: column + 1, reason: lowerFirst(first.text.replace(/\.$/, '')) };
    }
  }
  return { line: 1, column: 1, reason: 'it cannot be read' };
}

/** Dates and `yes` stay text, as in YAML 1.2. */
function parseYamlData(source: string): { value: unknown } | Fault {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const [first] = document.errors;
  if (first) {
    const { line, col } = lines.linePos(first.pos[0]);
    return { line: Math.max(line, 1), column: Math.max(col, 1), ...explainYaml(first.message, 'The file') };
  }
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    const reason = error instanceof Error ? lowerFirst(error.message.replace(/\.$/, '')) : 'unknown';
    const message = `The file is not valid YAML: ${reason}.`;
    return { line: 1, column: 1, message, remedy: 'Write the values out, without * and &.' };
  }
}

function lowerFirst(text: string): string {
  return text.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
}
