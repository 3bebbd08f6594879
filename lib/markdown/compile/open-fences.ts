import type { Root } from 'mdast';
import type { Report } from './report';
import { visit } from './visit';

/** Remark plugin: reports fences of code and formulas that are never closed, whose block goes on to the end of the text around it. */
export function reportOpenFences({ source, report }: { source: string; report: Report }) {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type !== 'code' && node.type !== 'math') return;
      const { position } = node;
      const written = source.slice(position?.start.offset, position?.end.offset);
      const [fence] = /^(?:`{3,}|~{3,}|\${2,})/.exec(written) ?? [];
      if (fence === undefined || !position || isClosed(written, fence)) return;
      const [what, all] = node.type === 'code' ? ['code block', 'code'] : ['formula', 'the formula'];
      const message = `This ${what} is opened but never closed, so that all that follows is ${all}.`;
      report(position.start, 'warning', message, `Write ${fence} on a line of its own where it ends.`);
    });
  };
}

function isClosed(written: string, fence: string): boolean {
  const [, ...lines] = written.trimEnd().split('\n');
  const last = lines.at(-1)?.replace(/^[\s>]*/, '') ?? '';
  const first = fence.charAt(0);
  return last.length >= fence.length && [...last].every((character) => character === first);
}
