import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as toText } from 'mdast-util-to-string';

/** Characters of a body in which its title is looked for. */
const PARSED = 2000;

/** Comments, which may stand above a title, and imports of MDX. */
const LEFT_OUT = /<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}|^import\s.*$/gm;

/** The title that a text begins with, as a heading of level 1: where Obsidian, MkDocs and Docusaurus have it. */
export function readFirstHeading(body: string): string | undefined {
  const [first] = fromMarkdown(body.slice(0, PARSED).replace(LEFT_OUT, '')).children;
  if (first?.type !== 'heading' || first.depth !== 1) return undefined;
  const text = toText(first).replace(/\s*\{#[^{}]*\}$/, '');
  return text.replace(/\s+/g, ' ').trim() || undefined;
}
