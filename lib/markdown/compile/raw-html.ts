import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import type { VFile } from 'vfile';
import { EXIT, visit } from './visit';

/**
 * Rehype plugin: parses the HTML in a Markdown text. A text without any is spared the detour through a parser. What
 * stands after the language of a fence, which the parser would lose, is kept.
 */
export function parseRawHtml() {
  const parse = rehypeRaw();
  return (tree: Root, file: VFile): Root | undefined => {
    if (!hasRaw(tree)) return undefined;
    visitCode(tree, ({ data, properties }) => {
      if (data?.meta) properties.dataMeta = data.meta;
    });
    const parsed = parse(tree, file);
    visitCode(parsed, (code) => {
      const { dataMeta, ...properties } = code.properties;
      if (dataMeta === undefined) return;
      code.properties = properties;
      code.data = { ...code.data, meta: String(dataMeta) };
    });
    return parsed;
  };
}

type Code = Element & { data?: { meta?: string | null } | undefined };

function visitCode(tree: Root, change: (code: Code) => void): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'code') change(node as Code);
  });
}

function hasRaw(tree: Root): boolean {
  let isFound = false;
  visit(tree, ({ type }: { type: string }) => {
    if (type !== 'raw') return undefined;
    isFound = true;
    return EXIT;
  });
  return isFound;
}
