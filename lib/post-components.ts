import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ContentIndex, DocumentText } from './content/content-index';
import { findFile } from './markdown/load-imports';

/** Import statements at the start of a line, as MDX has them. */
const IMPORT = /^import\s[^'"]*['"](\.\.?\/[^'"]+)['"]/gm;

/**
 * Writes the list of components that visible documents import from their folders, and returns its path relative to
 * the project, for the bundler to find under the name `@post-components`. Drafts are not in it, so no code of theirs
 * is built. Written anew only where it changed. A content folder outside the project has none: the bundler cannot
 * reach it.
 */
export function writePostComponents(index: ContentIndex): string {
  const hash = createHash('sha256').update(index.root).digest('hex').slice(0, 8);
  const target = path.join('.colophon', hash, 'post-components.ts');
  const isInside = !path.relative(process.cwd(), index.root).startsWith('..');
  const code = formatList(isInside ? listFiles(index) : [], path.dirname(path.resolve(target)), index.root);
  if (!existsSync(target) || readFileSync(target, 'utf8') !== code) {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  return `./${target.split(path.sep).join('/')}`;
}

function listFiles(index: ContentIndex): string[] {
  const documents: DocumentText[] = [...index.postsBySlug.values(), ...index.pages.values()];
  const files = documents
    .filter(({ format }) => format === 'mdx')
    .flatMap((document) =>
      [...document.body.matchAll(IMPORT)].flatMap(
        ([, source = '']) => findFile(source, document, index.root) ?? [],
      ),
    );
  return [...new Set(files)].sort();
}

function formatList(files: readonly string[], from: string, root: string): string {
  const lines = files.map((file) => {
    const module = path
      .relative(from, path.join(root, file))
      .split(path.sep)
      .join('/')
      .replace(/\.[jt]sx?$/, '');
    return `  ${JSON.stringify(file)}: () => import(${JSON.stringify(module)}),`;
  });
  return [
    '// Written by lib/post-components.ts: the components that posts import.',
    'export const postComponents: Record<string, () => Promise<Record<string, unknown>>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}
