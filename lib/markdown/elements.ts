import remarkMath from 'remark-math';
import type { Pluggable, PluggableList } from 'unified';
import { markAbbreviations } from './elements/abbreviations';
import { markAlerts } from './elements/alerts';
import { makeDefinitionLists } from './elements/definition-lists';
import { drawDiagrams } from './elements/diagrams';
import { readSingleDollars } from './elements/dollars';
import { prepareEmbeds } from './elements/embeds';
import { arrangeFigures } from './elements/figures';
import { drawFileTrees } from './elements/file-trees';
import { hastenFirstImage } from './elements/first-image';
import { readGitHub } from './elements/github';
import { highlightSpans } from './elements/inline-code';
import { displayLoneMath, renderMath } from './elements/math';
import { placeNotes } from './elements/notes';
import { raiseNotes } from './elements/raise-notes';
import { reportRunningCode } from './elements/running-code';
import { arrangeTables } from './elements/tables';
import type { Report } from './report';

/** How a text is spelled: GitHub's Markdown, and formulas between dollar signs, where `$5` stays an amount of money. */
export function listSyntax(source: string): PluggableList {
  return [[readGitHub, { source }], [remarkMath, { singleDollarTextMath: false }], readSingleDollars];
}

/** What a text can contain beyond that, read from the Markdown tree: each plugin is one element. */
export function listRemarkElements(source: string, report: Report): PluggableList {
  return chooseFor(source, [
    // $$…$$ alone in a paragraph
    [/\$\$/, displayLoneMath],
    // > [!NOTE], <Callout kind="note">
    [/\[!|<Callout/, [markAlerts, { report }]],
    // Term, and ": " before its definition
    [/^[\s>]*:[ \t]/m, makeDefinitionLists],
    // *[HTML]: HyperText Markup Language
    [/\*\[/, [markAbbreviations, { report }]],
    // [^1], last: a note may hold any of the above
    [/\[\^/, [placeNotes, { report }]],
    [/\[\^/, raiseNotes],
  ]);
}

interface Shown {
  readonly body: string;
  readonly cover?: object;
}

/** The same, read from the HTML tree: before addresses are collected and code blocks highlighted. */
export function listRehypeElements({ body: source, cover }: Shown, report: Report): PluggableList {
  return chooseFor(source, [
    // no script, handler or frame on its own
    [/(?:)/, [reportRunningCode, { report }]],
    // numbers to the right, ": " after a table for its caption
    [/\||<table/i, arrangeTables],
    // ![…](photo.jpg#wide), ![…](film.mp4)
    [/!\[|<(?:img|video|audio)/i, [arrangeFigures, { report }]],
    // the image a reader sees first, unless that is the cover
    ...(cover ? [] : [[/!\[|<(?:img|Figure)/i, hastenFirstImage] as const]),
    // <Embed url="…" title="…">
    [/<Embed/, [prepareEmbeds, { report }]],
    // formulas as MathML
    [/\$|math/, [renderMath, { report }]],
    // ```dot alt="…"
    [/dot/, [drawDiagrams, { report }]],
    // ```tree
    [/tree/, drawFileTrees],
    // `code{:ts}`
    [/\{:/, [highlightSpans, { report }]],
  ]);
}

/** The plugins whose sign a text has: most texts have few of these elements, and need not be searched for the others. */
function chooseFor(source: string, elements: readonly (readonly [sign: RegExp, Pluggable])[]): PluggableList {
  return elements.flatMap(([sign, plugin]) => (sign.test(source) ? [plugin] : []));
}
