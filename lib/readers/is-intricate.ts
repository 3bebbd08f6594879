import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isNestedDeeply } from './is-nested-deeply';

/** Lines of a comment: some of what takes few characters on each takes time by the square of their number. */
const LINES = 1000;

/** Characters of one paragraph that may begin or end something in it, which are compared with each other. */
const MARKS = 400;

const MARK = /[*_~[\]!<`]/g;

/** All that CommonMark has within a paragraph: without it a text is divided into blocks alone, in little time. */
const BLOCKS_ALONE = {
  disable: {
    null: [
      ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText', 'hardBreakEscape'],
      ...['htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'],
    ],
  },
};

/** Whether to parse and render Markdown could keep a server busy, or exceed its stack. Code between lines of ``` may have any marks. */
export function isIntricate(markdown: string): boolean {
  if (markdown.split('\n').length > LINES || isNestedDeeply(markdown)) return true;
  return countMarks(markdown) > MARKS && hasIntricateText(divide(markdown));
}

function divide(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [BLOCKS_ALONE] });
}

function hasIntricateText(node: Nodes): boolean {
  if (node.type === 'text') return countMarks(node.value) > MARKS;
  return 'children' in node && node.children.some(hasIntricateText);
}

function countMarks(text: string): number {
  return text.match(MARK)?.length ?? 0;
}
