import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import type { VFile } from 'vfile';
import { createElementTest } from './element-names';
import { RawTags } from './raw-tags';
import type { Report } from './report';
import { visit } from './visit';

/**
 * Rehype plugin: parses the HTML in a Markdown text. A text without any is spared the detour through a parser. What
 * is written after the language of a fence, which the parser would lose, is kept.
 */
export function parseRawHtml({ report }: { report: Report }) {
  const parse = rehypeRaw();
  return (tree: Root, file: VFile): Root | undefined => {
    const raws = listRaws(tree);
    if (raws.length === 0) return undefined;
    const source = String(file);
    const tags = new RawTags({ source, report, isElement: createElementTest(source) });
    for (const raw of raws) raw.value = tags.read(raw.value, raw.position?.start.offset ?? 0);
    tags.finish();
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

interface Raw {
  type: 'raw';
  value: string;
  position?: { start: { offset?: number } };
}

function listRaws(tree: Root): Raw[] {
  const raws: Raw[] = [];
  visit(tree, (node: { type: string }) => {
    if (node.type === 'raw') raws.push(node as Raw);
  });
  return raws;
}
