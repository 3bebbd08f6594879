import type { Heading, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Report } from './report';
import { visit } from './visit';

/**
 * Remark plugin for `.md`: `## Set up {#setup}` gives the heading an id, as in Hugo, kramdown, Docusaurus and Zola.
 * Other attributes in such braces are reported.
 */
export function readHeadingIds({ report }: { report: Report }) {
  return (tree: Root, file: VFile) => {
    visit(tree, 'heading', (heading) => readId(heading, String(file), report));
  };
}

function readId(heading: Heading, source: string, report: Report): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return;
  const [braces, content = ''] = /\s*\{:?\s*([^{}\n]*)\}\s*$/.exec(last.value) ?? [];
  if (braces === undefined || !/^[#.]/.test(content)) return;
  const written = source.slice(last.position?.start.offset, last.position?.end.offset);
  if (/\\\{[^{}]*\}?\s*$/.test(written)) return;
  const id = /#([^\s#}]+)/.exec(content)?.[1];
  if (id !== undefined) {
    last.value = last.value.slice(0, -braces.length);
    heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
  }
  if (id === undefined || content.trim() !== `#${id}`) {
    const message = `"{${content}}" has attributes, of which headings here have an id only.`;
    report(last.position?.end ?? { line: 1, column: 1 }, 'warning', message, 'Write {#id}, or remove it.');
  }
}
