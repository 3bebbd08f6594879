import type { Program } from 'estree-jsx';
import type { Place } from '../../content/problems';
import { AUTHOR_NAMES } from '../elements/components';
import type { Report } from './report';

type ModuleStatement = Program['body'][number];
export type Import = Extract<ModuleStatement, { type: 'ImportDeclaration' }>;

/** A component that a text imports from a file in its folder. */
export interface ComponentImport extends Place {
  /** The name the text uses. */
  readonly local: string;
  /** The name the file exports: `default`, or the one in braces. */
  readonly exported: string;
  /** The file as the text names it: `./chart`. */
  readonly source: string;
}

/** True for `import … from …`. */
export function isImport(statement: ModuleStatement): statement is Import {
  return statement.type === 'ImportDeclaration';
}

/** The components of an import statement; whatever else it names is reported. */
export function listImported(statement: Import, report: Report): ComponentImport[] {
  const source = String(statement.source.value);
  const { line, column } = toPlace(statement);
  if (!/^\.\.?\//.test(source)) {
    const message = `A post cannot import "${source}".`;
    const names = statement.specifiers.map(({ local }) => local.name);
    const own = names.filter((name) => AUTHOR_NAMES.some((known) => known === name));
    const remedy =
      own.length > 0 && own.length === names.length
        ? `Remove the line: ${own.map((name) => `<${name}>`).join(' and ')} can be used without an import.`
        : 'It can import components and data from files in its folder: import { Chart } from "./chart", import rows from "./rows.json".';
    report({ line, column }, 'error', message, remedy);
    return [];
  }
  return statement.specifiers.flatMap((specifier) => {
    const local = specifier.local.name;
    const place = toPlace(specifier);
    if (specifier.type === 'ImportNamespaceSpecifier' || !/^\p{Lu}/u.test(local)) {
      report(place, 'error', `A post cannot import "${local}" from "${source}".`, explain(source));
      return [];
    }
    const exported = specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
    return [{ local, exported, source, ...place }];
  });
}

function explain(source: string): string {
  const ending = /\.(?!(?:[jt]sx?)$)\w+$/.exec(source)?.[0];
  if (ending !== undefined && /^\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(ending))
    return `Show the image by its address: ![What it shows](${source}).`;
  return ending === undefined
    ? 'Import components, whose names start with a capital letter; values are declared with export const, or come from .json and .yml.'
    : 'Data comes from .json, .yml and .yaml; components from .tsx, .jsx, .ts and .js.';
}

function nameOf(node: { name?: string; value?: unknown }): string {
  return node.name ?? String(node.value);
}

/** The place of a statement, or of a part of one. */
export function toPlace({ loc }: { loc?: Import['loc'] }): Place {
  return { line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 };
}
