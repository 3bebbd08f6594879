import type { Element, Parents, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { type Report, reportBlock } from '../compile/report';
import { SKIP, visit } from '../compile/visit';
import { toBlockComponent } from '../render/to-component';
import { drawGraph } from './draw-graph';

interface Fence {
  readonly node: Element;
  readonly code: Element;
  readonly parent: Parents;
}

/**
 * Rehype plugin: a fence in the language `dot` becomes a drawing, made by Graphviz while the text is compiled. Its
 * `alt="…"` says what it shows and is required; `caption="…"` stands below it, and `id="…"` is what links lead to.
 */
export function drawDiagrams({ report }: { report: Report }) {
  return async (tree: Root) => {
    for (const { node, code, parent } of listFences(tree)) {
      const { line, column } = node.position?.start ?? { line: 1, column: 1 };
      const { alt, caption, id } = readOptions(code);
      if (alt === undefined) {
        showAsCode(code);
        const remedy = 'Write what it shows after the language, for those who cannot see it: ```dot alt="…".';
        report({ line, column }, 'error', 'This diagram has no description.', remedy);
        continue;
      }
      const { svg, problems } = await drawGraph(toText(code));
      reportBlock(problems, { line, column }, report);
      if (!svg) {
        showAsCode(code);
        continue;
      }
      const diagram = toBlockComponent('Diagram', { ...svg, alt, caption, id });
      parent.children[parent.children.indexOf(node)] = diagram;
    }
  };
}

/** What cannot be drawn is an error already, and no reason for warnings about its language. */
function showAsCode(code: Element): void {
  code.properties.className = ['language-text'];
  code.data = {};
}

function listFences(tree: Root): Fence[] {
  const found: Fence[] = [];
  visit(tree, 'element', (node, _index, parent) => {
    const code = node.children[0];
    if (node.tagName !== 'pre' || code?.type !== 'element' || !parent) return undefined;
    const names = code.properties.className;
    if (Array.isArray(names) && names.includes('language-dot')) found.push({ node, code, parent });
    return SKIP;
  });
  return found;
}

function readOptions({ data }: Element): { alt?: string; caption?: string; id?: string } {
  const meta = (data as { meta?: string | null } | undefined)?.meta ?? '';
  const found = meta.matchAll(/\b(alt|caption|id)=(["'])(.*?)\2/g);
  return Object.fromEntries(
    [...found].flatMap(({ 1: name = '', 3: value = '' }) => (value.trim() ? [[name, value.trim()]] : [])),
  );
}
