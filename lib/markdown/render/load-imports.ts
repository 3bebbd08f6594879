import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ComponentType } from 'react';
import type { DocumentText } from '../../content/content-index';
import { ContentError, completeProblems, type ProblemInFile, padBody } from '../../content/problems';
import type { ComponentImport } from '../compile/imports';

/** What a file of components exports. */
export type ComponentModule = Readonly<Record<string, unknown>>;

/** Loads a file of components by its path relative to the content folder; undefined where the site has no such file. */
export type LoadModule = (file: string) => Promise<ComponentModule> | undefined;

/** What may be left out where a file of components is named. */
export const IMPORT_ENDINGS = ['', '.tsx', '.jsx', '.ts', '.js'];

/** The components that a document imports, by the names it uses. Throws a `ContentError` for what a file does not export. */
export async function loadImports(
  imports: readonly ComponentImport[],
  document: DocumentText,
  root: string,
  loadModule: LoadModule,
): Promise<Record<string, ComponentType<never>>> {
  const missing: ProblemInFile[] = [];
  const entries = imports.map(async ({ local, exported, source, line, column }) => {
    const file = findFile(source, document, root);
    const module = (file === undefined ? undefined : await loadModule(file)) ?? {};
    if (module[exported] === undefined) {
      missing.push({ line, column, ...describeMissingExport(source, exported, Object.keys(module)) });
    }
    return [local, module[exported] as ComponentType<never>] as const;
  });
  const components = Object.fromEntries(await Promise.all(entries));
  if (missing.length === 0) return components;
  throw new ContentError(completeProblems(missing, document.file, padBody(document)));
}

/** What is wrong with the import of a component that its file does not export. */
export function describeMissingExport(source: string, exported: string, names: readonly string[]) {
  const what = exported === 'default' ? 'has no default export' : `does not export "${exported}"`;
  const others = names.length === 0 ? 'nothing' : names.map((name) => `"${name}"`).join(', ');
  const remedy = `Export it there, or correct the name: the file exports ${others}.`;
  return { severity: 'error' as const, message: `The file "${source}" ${what}.`, remedy };
}

/** Imports whose file is not there, or lies outside the content folder. */
export function findMissingImports(
  imports: readonly ComponentImport[],
  document: DocumentText,
  root: string,
): ProblemInFile[] {
  return imports
    .filter(({ source }) => findFile(source, document, root) === undefined)
    .map(({ source, line, column }) => ({
      line,
      column,
      severity: 'error',
      message: `The file "${source}" is missing.`,
      remedy:
        'Put the component into the folder of the post, in a file that ends in .tsx, or correct the name.',
    }));
}

/** Path of an imported file relative to the content folder, with forward slashes. */
export function findFile(
  source: string,
  document: Pick<DocumentText, 'folder'>,
  root: string,
): string | undefined {
  // A post names files beside it, `./chart`; the components of the blog are named from the content folder.
  const base = path.resolve(source.startsWith('.') ? document.folder : root, source);
  const file = IMPORT_ENDINGS.map((ending) => base + ending).find(
    (candidate) => /\.[jt]sx?$/.test(candidate) && existsSync(candidate),
  );
  if (file === undefined) return undefined;
  const relative = path.relative(root, file).split(path.sep).join('/');
  return relative.startsWith('../') ? undefined : relative;
}
