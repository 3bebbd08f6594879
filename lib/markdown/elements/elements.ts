import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkMath from 'remark-math';
import type { Pluggable, PluggableList } from 'unified';
import type { Report } from '../compile/report';
import { markAbbreviations } from './abbreviations';
import { markAlerts } from './alerts';
import { endAddresses, hasCjk } from './cjk';
import { makeDefinitionLists } from './definition-lists';
import { drawDiagrams } from './diagrams';
import { readSingleDollars } from './dollars';
import { prepareEmbeds } from './embeds';
import { writeEmoji } from './emoji';
import { arrangeFigures } from './figures';
import { drawFileTrees } from './file-trees';
import { prioritizeFirstImage } from './first-image';
import { readGitHub } from './github';
import { highlightSpans } from './inline-code';
import { markLongRuby } from './long-ruby';
import { displayLoneMath, renderMath } from './math';
import { placeNotes } from './notes';
import { raiseNotes } from './raise-notes';
import { reportRunningCode } from './running-code';
import { arrangeTables } from './tables';

/** How a text is spelled: GitHub's Markdown, and formulas between dollar signs, where `$5` stays an amount of money. */
export function listSyntax(source: string): PluggableList {
  return [
    [readGitHub, { source }],
    // **「…」** next to a letter; full-width punctuation after an address
    ...(hasCjk(source) ? [remarkCjkFriendly, remarkCjkFriendlyStrikethrough, endAddresses] : []),
    [remarkMath, { singleDollarTextMath: false }],
    readSingleDollars,
  ];
}

/** What a text can contain beyond that, read from the Markdown tree: each plugin is one element. */
export function listRemarkElements(source: string, report: Report): PluggableList {
  return chooseFor(source, [
    // :tada:
    [/:[-+\w]+:/, writeEmoji],
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
    ...(cover ? [] : [[/!\[|<(?:img|Figure)/i, prioritizeFirstImage] as const]),
    // <Embed url="…" title="…">
    [/<Embed/, [prepareEmbeds, { report }]],
    // formulas as MathML
    [/\$|math/, [renderMath, { report }]],
    // <ruby>…<rt>…</rt></ruby>
    [/<ruby/i, markLongRuby],
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
