import { createProcessor } from '@mdx-js/mdx';
import type { Nodes, Root } from 'mdast';
import { VFile } from 'vfile';
import { visit } from '../compile/visit';
import { listSyntax } from '../elements/elements';

/**
 * A document's file with addresses of its text replaced: those of links, images, definitions, HTML and components.
 * `rewrite` gets each as it is typed and answers the new one, or nothing to leave it. Code and prose are not touched.
 * Throws on a text that cannot be parsed.
 */
export function rewriteLinks(
  source: string,
  format: 'md' | 'mdx',
  rewrite: (url: string) => string | undefined,
): string {
  // The front matter as blank lines of the same length: offsets of the text stay those of the file.
  const text = source.replace(/^\uFEFF?(---|\+\+\+)[ \t]*\r?\n[\s\S]*?^\1[ \t]*$/m, (block) =>
    block.replace(/[^\r\n]/g, ' '),
  );
  const tree = createProcessor({ format, remarkPlugins: listSyntax(text) }).parse(new VFile(text)) as Root;
  const found: { start: number; end: number; url: string }[] = [];
  visit(tree, (node) => {
    for (const { start, end } of listAddresses(node, text)) {
      const url = rewrite(text.slice(start, end));
      if (url !== undefined) found.push({ start, end, url });
    }
  });
  return found
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, url }) => result.slice(0, start) + url + result.slice(end), source);
}

const DESTINATION = /\]\(\s*(?:<([^>\n]*)>|((?:[^\s()]|\([^\s()]*\))*))/dg;
const DEFINITION = /\]:\s*(?:<([^>\n]*)>|(\S+))/d;
const ATTRIBUTE = /\s(?:href|src|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'`=<>{}]+))/dgi;

interface Span {
  readonly start: number;
  readonly end: number;
}

function listAddresses(node: Nodes, text: string): Span[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  if (node.type === 'link') {
    const inner = node.children.at(-1)?.position?.end.offset ?? start;
    const spans = matchAll(DESTINATION, text, inner, end);
    return spans.length > 0 ? spans.slice(0, 1) : toAutolink(text, start, end);
  }
  if (node.type === 'image') return matchAll(DESTINATION, text, start, end).slice(-1);
  if (node.type === 'definition') return matchAll(new RegExp(DEFINITION, 'dg'), text, start, end).slice(0, 1);
  if (node.type === 'html') return matchAll(ATTRIBUTE, text, start, end);
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    return matchAll(ATTRIBUTE, text, start, node.children[0]?.position?.start.offset ?? end);
  }
  return [];
}

function matchAll(pattern: RegExp, text: string, start: number, end: number): Span[] {
  return [...text.slice(start, end).matchAll(pattern)].flatMap(({ indices = [] }) =>
    indices
      .slice(1)
      .filter((span) => span !== undefined)
      .map(([from, to]) => ({ start: start + from, end: start + to })),
  );
}

/** `<https://example.com>`, or the same without the brackets. */
function toAutolink(text: string, start: number, end: number): Span[] {
  const isBracketed = text[start] === '<';
  return [{ start: isBracketed ? start + 1 : start, end: isBracketed ? end - 1 : end }];
}
