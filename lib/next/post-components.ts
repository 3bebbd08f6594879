import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleDraftComponents } from '../bundles/draft-components';
import type { ContentIndex } from '../content/content-index';
import type { SharedComponent } from '../content/shared-components';
import { findFile } from '../markdown/render/load-imports';

/** Import statements at the start of a line, as MDX has them. */
const IMPORT = /^import\s[^'"]*['"](\.\.?\/[^'"]+)['"]/gm;

/** A document as far as its imports go. */
interface Importing {
  readonly format: 'md' | 'mdx';
  /** Absolute path of the folder it imports from. */
  readonly folder: string;
  readonly body: string;
  readonly shared?: readonly SharedComponent[];
}

/**
 * Writes the list of components that documents of a content folder import from their own folders, and returns its path
 * relative to the project, for the bundler to find under the name `@post-components`. A build names the documents that
 * readers see: no code of drafts gets among that of readers; of those that can be shared, the list has what only the
 * server runs, and so it has of a content folder outside the project, which the bundler cannot reach. Written anew only where it
 * changed. Without files that are not usable.
 */
export function writePostComponents(
  root: string,
  documents: readonly Importing[],
  drafts: readonly Importing[] = [],
  isUsable: (file: string) => boolean = () => true,
): string {
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 8);
  const folder = path.join('.colophon', hash);
  const isInside = !path.relative(process.cwd(), root).startsWith('..');
  const all = [...listShared(documents), ...listFiles(documents, root)].filter((file) =>
    isUsable(path.join(root, file)),
  );
  const files = isInside ? all : [];
  const bundled = [
    ...(isInside ? [] : all),
    ...listFiles(drafts, root).filter((file) => !all.includes(file)),
  ];
  const target = path.join(folder, 'post-components.ts');
  keep(
    target,
    formatList([
      ...files.map((file) => toEntry(file, path.join(root, file), folder)),
      ...bundled.flatMap((file) => writeDraftComponents(file, root, folder)),
    ]),
  );
  return `./${target.split(path.sep).join('/')}`;
}

/** The files of which `writePostComponents` makes its list: where another one is in it, the bundler has to run. */
export function listComponentFiles(
  root: string,
  documents: readonly Importing[],
  drafts: readonly Importing[] = [],
): readonly (readonly string[])[] {
  return [listShared(documents), listFiles(documents, root), listFiles(drafts, root)];
}

/** Why components of a draft are not shown where it is shared: a sentence for each file. */
export function listHiddenComponents(
  draft: Importing,
  { postsBySlug, pages, parts, root }: ContentIndex,
): string[] {
  const known = listFiles([...postsBySlug.values(), ...pages.values(), ...parts.values()], root);
  return listFiles([draft], root).flatMap((file) => {
    const made = known.includes(file) ? undefined : bundleDraftComponents(path.join(root, file));
    return made && 'reason' in made ? [`${file} cannot be shown: ${made.reason}`] : [];
  });
}

/** Files with components for all texts; which of them a page uses is seen when it is rendered. */
function listShared(documents: readonly Importing[]): string[] {
  return [...new Set(documents.flatMap(({ shared = [] }) => shared.map(({ file }) => file)))].sort();
}

function listFiles(documents: readonly Importing[], root: string): string[] {
  const files = documents
    .filter(({ format }) => format === 'mdx')
    .flatMap((document) =>
      [...document.body.matchAll(IMPORT)].flatMap(
        ([, source = '']) => findFile(source, document, root) ?? [],
      ),
    );
  return [...new Set(files)].sort();
}

function writeDraftComponents(file: string, root: string, folder: string): string[] {
  const made = bundleDraftComponents(path.join(root, file));
  if ('reason' in made) return [];
  const target = path.join(folder, `${createHash('sha256').update(file).digest('hex').slice(0, 12)}.mjs`);
  keep(target, made.code);
  return [toEntry(file, target, folder)];
}

function toEntry(file: string, target: string, from: string): string {
  const module = path
    .relative(from, target)
    .split(path.sep)
    .join('/')
    .replace(/\.[jt]sx?$/, '');
  const address = module.startsWith('.') ? module : `./${module}`;
  return `  ${JSON.stringify(file)}: () => import(${JSON.stringify(address)}),`;
}

function formatList(entries: readonly string[]): string {
  return [
    '// Written by lib/next/post-components.ts: the components that posts import.',
    'export const postComponents: Record<string, () => Promise<Record<string, unknown>>> = {',
    ...entries,
    '};',
    '',
  ].join('\n');
}

function keep(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
