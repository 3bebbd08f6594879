import type { Expression, Program } from 'estree-jsx';
import { isDataFile } from '../../content/data-files';
import type { ProblemInFile } from '../../content/problems';
import { type Import, toPlace } from './imports';
import type { ParsedData } from './parse-data';

type ModuleStatement = Program['body'][number];

/** True for the import of a file of data: `import rows from './rows.json'`. */
export function isDataImport({ source }: Import): boolean {
  return isDataFile(String(source.value)) && /^\.\.?\//.test(String(source.value));
}

/** The constants that stand for an import of data. Nothing, and a problem, where the file gives no such thing. */
export function toDataConstants(
  statement: Import,
  data: ReadonlyMap<string, ParsedData>,
  report: (problem: ProblemInFile) => void,
): ModuleStatement[] {
  const source = String(statement.source.value);
  const fail = (place: ReturnType<typeof toPlace>, message: string, remedy: string) =>
    report({ ...place, severity: 'error', message, remedy });
  const parsed = data.get(source);
  if (!parsed) {
    const remedy = 'Put the file beside the post, or correct the name.';
    fail(toPlace(statement), `The file "${source}" is missing.`, remedy);
    return [];
  }
  if ('problem' in parsed) {
    report(parsed.problem);
    return [];
  }
  return statement.specifiers.flatMap((specifier) => {
    const { value } = parsed;
    const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : 'default';
    if (name === 'default') return [toConstant(specifier.local.name, value)];
    const isRecord = typeof value === 'object' && value !== null;
    if (isRecord && Object.hasOwn(value, name))
      return [toConstant(specifier.local.name, (value as Record<string, unknown>)[name])];
    const names = isRecord ? Object.keys(value).slice(0, 10) : [];
    const has = names.length === 0 ? 'no named values' : names.map((one) => `"${one}"`).join(', ');
    const remedy = `Import all of it, import data from "${source}", or correct the name: the file has ${has}.`;
    fail(toPlace(specifier), `The file "${source}" has no "${name}".`, remedy);
    return [];
  });
}

function nameOf(node: { name?: string; value?: unknown }): string {
  return node.name ?? String(node.value);
}

/** `const rows = JSON.parse("…")`: each run of the text gets data of its own, which it may sort. */
function toConstant(name: string, value: unknown): ModuleStatement {
  const init: Expression = {
    type: 'CallExpression',
    optional: false,
    callee: {
      type: 'MemberExpression',
      optional: false,
      computed: false,
      object: { type: 'Identifier', name: 'JSON' },
      property: { type: 'Identifier', name: 'parse' },
    },
    arguments: [{ type: 'Literal', value: JSON.stringify(value ?? null) }],
  };
  const id = { type: 'Identifier' as const, name };
  return {
    type: 'VariableDeclaration',
    kind: 'const',
    declarations: [{ type: 'VariableDeclarator', id, init }],
  };
}
