import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { PluggableList } from 'unified';
import { markAbbreviations } from './elements/abbreviations';
import { markAlerts } from './elements/alerts';
import { makeDefinitionLists } from './elements/definition-lists';
import { drawDiagrams } from './elements/diagrams';
import { readSingleDollars } from './elements/dollars';
import { prepareEmbeds } from './elements/embeds';
import { arrangeFigures } from './elements/figures';
import { drawFileTrees } from './elements/file-trees';
import { highlightSpans } from './elements/inline-code';
import { displayLoneMath, renderMath } from './elements/math';
import { placeNotes } from './elements/notes';
import { raiseNotes } from './elements/raise-notes';
import { reportRunningCode } from './elements/running-code';
import { arrangeTables } from './elements/tables';
import type { Report } from './report';

/** How a text is spelled: GitHub's Markdown, and formulas between dollar signs, where `$5` stays an amount of money. */
export const SYNTAX: PluggableList = [
  remarkGfm,
  [remarkMath, { singleDollarTextMath: false }],
  readSingleDollars,
];

/** What a text can contain beyond that, read from the Markdown tree. Each plugin is one element. */
export function listRemarkElements(report: Report): PluggableList {
  return [
    // $$…$$ alone in a paragraph
    displayLoneMath,
    // > [!NOTE]
    [markAlerts, { report }],
    // Term, and ": " before its definition
    makeDefinitionLists,
    // *[HTML]: HyperText Markup Language
    [markAbbreviations, { report }],
    // [^1], last: a note may hold any of the above
    [placeNotes, { report }],
    raiseNotes,
  ];
}

/** The same, read from the HTML tree: before addresses are collected and code blocks highlighted. */
export function listRehypeElements(report: Report): PluggableList {
  return [
    // no script, handler or frame on its own
    [reportRunningCode, { report }],
    // numbers to the right, ": " after a table for its caption
    arrangeTables,
    // ![…](photo.jpg#wide), ![…](film.mp4)
    [arrangeFigures, { report }],
    // <Embed url="…" title="…">
    [prepareEmbeds, { report }],
    // formulas as MathML
    [renderMath, { report }],
    // ```dot alt="…"
    [drawDiagrams, { report }],
    // ```tree
    drawFileTrees,
    // `code{:ts}`
    [highlightSpans, { report }],
  ];
}
