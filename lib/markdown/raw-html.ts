import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { EXIT, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** Rehype plugin: parses the HTML in a Markdown text. A text without any is spared the detour through a parser. */
export function parseRawHtml() {
  const parse = rehypeRaw();
  return (tree: Root, file: VFile): Root | undefined => (hasRaw(tree) ? parse(tree, file) : undefined);
}

function hasRaw(tree: Root): boolean {
  let isFound = false;
  visit(tree, 'raw', () => {
    isFound = true;
    return EXIT;
  });
  return isFound;
}
