import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ComponentType } from 'react';
import type { DocumentText } from '../../content/content-index';
import type { ProblemInFile } from '../../content/problems';
import type { ComponentImport } from '../compile/imports';

/** What a file of components exports. */
export type ComponentModule = Readonly<Record<string, unknown>>;

/** Loads a file of components by its path relative to the content folder; undefined where the site has no such file. */
export type LoadModule = (file: string) => Promise<ComponentModule> | undefined;

/** What may be left out where a file of components is named. */
export const IMPORT_ENDINGS = ['', '.tsx', '.jsx', '.ts', '.js'];

/** The components that a document imports, by the names it uses. Throws where a file lacks what it should export. */
export async function loadImports(
  imports: readonly ComponentImport[],
  document: DocumentText,
  root: string,
  loadModule: LoadModule,
): Promise<Record<string, ComponentType<never>>> {
  const entries = imports.map(async ({ local, exported, source }) => {
    const file = findFile(source, document, root);
    const module = file === undefined ? undefined : await loadModule(file);
    const component = module?.[exported];
    if (component === undefined) throw new Error(`${document.file}: ${source} does not export ${exported}.`);
    return [local, component as ComponentType<never>] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
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
  const base = path.resolve(document.folder, source);
  const file = IMPORT_ENDINGS.map((ending) => base + ending).find(
    (candidate) => /\.[jt]sx?$/.test(candidate) && existsSync(candidate),
  );
  if (file === undefined) return undefined;
  const relative = path.relative(root, file).split(path.sep).join('/');
  return relative.startsWith('../') ? undefined : relative;
}
