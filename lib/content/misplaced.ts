import type { ListedFile } from './document-files';
import { isIndexFile, toFormat } from './document-name';
import { createReporter, type Problem } from './problems';
import type { TextFile } from './text-file';

/** Why a Markdown file in the folder `kind` makes no page though it looks as if it should; undefined where it is right. */
export function findMisplaced(text: TextFile, listed: ListedFile, kind: string): Problem | undefined {
  const found = explain(text, listed, kind);
  return found && createReporter(text.file, text.source)({ line: 1, column: 1 }, ...found);
}

type Explained = [severity: Problem['severity'], message: string, remedy: string];

function explain({ source }: TextFile, { file, name }: ListedFile, kind: string): Explained | undefined {
  if (toFormat(file) === undefined)
    return ['error', 'A file with this ending is not read.', explainEnding(file)];
  if (name === '_index')
    return [
      'warning',
      'A list of posts has no text of its own: this file makes no page.',
      'Remove the file.',
    ];
  if (name === 'index') {
    const list = kind === 'posts' ? 'list of posts' : 'home page';
    const message = `The ${list} is made by the site: this file makes no page.`;
    return ['error', message, 'Rename the file, since its name is its address, or remove it.'];
  }
  const isNote = name !== undefined || !(isIndexFile(file) || hasTitle(source));
  if (isNote) return undefined;
  const message = 'This file makes no page: its folder, or one above it, is a document of its own.';
  return [
    'error',
    message,
    `Move it to another folder below ${kind}. Without front matter it would be a note.`,
  ];
}

function explainEnding(file: string): string {
  return /\.m[\w]+$/i.test(file)
    ? 'Rename it to .md or .mdx.'
    : 'Make a .md file of it with its own program, such as Quarto, Jupyter or Pandoc, and put that beside it.';
}

function hasTitle(source: string): boolean {
  return /^(---|\+\+\+)\s*\n(?:(?!\1).*\n)*?title\s*[:=]/.test(source);
}
