/** Endings of the files that are read as Markdown; `mdx` may hold components, the others are plain. */
const ENDING = /\.(mdx?|markdown)$/;

/** The name of a Markdown file without its ending, which is one of `.md`, `.mdx` and `.markdown`. */
export function withoutEnding(name: string): string {
  return name.replace(ENDING, '');
}

/** How the body of a file is written, by its name; undefined where it is no document. */
export function toFormat(name: string): 'md' | 'mdx' | undefined {
  const ending = ENDING.exec(name)?.[1];
  return ending === undefined ? undefined : ending === 'mdx' ? 'mdx' : 'md';
}

/** True for the file that makes its folder a document: `posts/hello/index.md` is the post "hello". */
export function isIndexFile(file: string): boolean {
  return /(^|\/)index\.(mdx?|markdown)$/.test(file);
}
