import type { Element, Parents, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { highlightInline, splitInline } from '../code/highlight';
import { suggestLanguage } from '../code/languages';
import type { Report } from '../compile/report';
import { SKIP, visit } from '../compile/visit';
import { toInlineComponent } from '../render/to-component';

/** Rehype plugin: highlights `` `code{:ts}` `` within lines of text. A language that is not known is reported. */
export function highlightSpans({ report }: { report: Report }) {
  return async (tree: Root) => {
    const found: { node: Element; parent: Parents }[] = [];
    visit(tree, 'element', (node, _index, parent) => {
      if (node.tagName === 'pre') return SKIP;
      if (node.tagName === 'code' && parent) found.push({ node, parent });
      return undefined;
    });
    for (const { node, parent } of found) {
      const { code, language } = splitInline(toText(node)) ?? {};
      if (code === undefined || language === undefined) continue;
      const html = await highlightInline(code, language);
      if (html === undefined) {
        const close = suggestLanguage(language);
        const message = `${language} is not a language this highlighter knows.`;
        const remedy = close ? `Did you mean {:${close}}?` : 'Leave {:…} out for no colours.';
        report(node.position?.start ?? { line: 1, column: 1 }, 'warning', message, remedy);
        continue;
      }
      const span = toInlineComponent('CodeSpan', { html }, [{ type: 'text', value: code }]);
      parent.children[parent.children.indexOf(node)] = span;
    }
  };
}
