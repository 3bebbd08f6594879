import type { Place, ProblemInFile } from '../../content/problems';
import { explainForeignSyntax } from './foreign-syntax';
import { findOpenBrace } from './open-brace';

/** What the MDX parser throws, as far as it is read here. */
export interface MdxError {
  readonly reason?: string;
  readonly ruleId?: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly place?: Partial<Place> & { readonly start?: Place };
  readonly cause?: unknown;
}

type Rule = (match: RegExpExecArray, reasonOfCause: string) => readonly [message: string, remedy: string];

const TO_MD = 'or rename the file to .md';

const RULES: readonly (readonly [RegExp, Rule])[] = [
  [
    /character `!`/,
    () => ['"<!" starts an HTML comment.', `Write {/* */} for a comment, ${TO_MD}, where HTML is allowed.`],
  ],
  [
    /character `(.+?)` \(.*before local name/,
    () => [
      'an address between < and > is a link in .md only.',
      'Write the address alone, or as [text](address).',
    ],
  ],
  [
    /character `(.+?)` \(.*before name/,
    ([, character]) => [
      `"<" starts an element, and no name of one starts with "${character}".`,
      `Write &lt; for a less-than sign, ${TO_MD}, where < and { are text.`,
    ],
  ],
  [
    /before attribute value/,
    () => ['this value of an attribute has no quotes.', 'Write it as name="value" or name={value}.'],
  ],
  [
    /Could not parse import\/exports/,
    (_, cause) => [
      `a line that starts with import or export is code here, and this is none: ${cause}`,
      `Correct the code, begin the line with another word, ${TO_MD}.`,
    ],
  ],
  [
    /Could not parse expression|content after expression|only spread elements/,
    (_, cause) => [
      `what stands between { and } is no JavaScript expression: ${cause}`,
      `Correct it, write \\{ for a brace that is text, ${TO_MD}.`,
    ],
  ],
  [
    /corresponding closing brace/,
    () => [
      'a brace is opened but not closed in its paragraph.',
      `Close it, write \\{ for a brace that is text, ${TO_MD}.`,
    ],
  ],
  [
    /end of file/,
    () => [
      'a tag is opened but not closed with ">".',
      `Close it, write &lt; for a less-than sign, ${TO_MD}.`,
    ],
  ],
  [
    /closing tag for `(.*?)`.*before the end of/,
    ([, tag]) => [
      `${tag} is opened but not closed in the same paragraph or list item.`,
      'Close it there, or put the opening and the closing tag on lines of their own.',
    ],
  ],
  [
    /Unexpected closing tag `(.*?)`, expected corresponding closing tag for `(.*?)`/,
    ([, closing, opening]) => [
      `${closing} does not close ${opening}.`,
      'Close the elements in the order they need.',
    ],
  ],
  [
    /closing tag for `(.*?)`/,
    ([, tag]) => [
      `${tag} is opened but never closed.`,
      'Close it, or end the tag with "/>" if nothing stands in it.',
    ],
  ],
  [
    /closing slash/,
    () => ['this tag closes what was never opened.', 'Remove it, or open the element before it.'],
  ],
];

/**
 * What the MDX parser's error means for an author, where it is and how to fix it. An element or a brace that is
 * never closed is reported where it was opened.
 */
export function explainSyntax(error: MdxError, source: string): ProblemInFile {
  const reason = error.reason ?? String(error);
  const cause = error.cause instanceof Error ? error.cause.message : reason;
  const place = placeOf(error, reason, source);
  const open = findOpenTag(error, reason, source);
  if (open) return open;
  const foreign = explainForeignSyntax(source.split('\n')[place.line - 1] ?? '');
  if (foreign) {
    return {
      ...place,
      severity: 'error',
      message: `This is not valid MDX: ${foreign.message}`,
      remedy: foreign.remedy,
    };
  }
  for (const [pattern, rule] of RULES) {
    const match = pattern.exec(reason);
    if (!match) continue;
    const [message, remedy] = rule(match, `${lowerFirst(cause.replace(/\s*\(\d+:\d+\)|\.$/g, ''))}.`);
    return { ...place, severity: 'error', message: `This is not valid MDX: ${message}`, remedy };
  }
  const first = reason.split('\n')[0]?.trim().replace(/\.$/, '') ?? reason;
  return {
    ...place,
    severity: 'error',
    message: `This is not valid MDX: ${lowerFirst(first)}.`,
    remedy: `Write &lt; or \\{ for characters that are text, ${TO_MD}, where they are.`,
  };
}

/** A tag without its ">": the parser names the first character after it that it cannot have, often lines below. */
function findOpenTag(error: MdxError, reason: string, source: string): ProblemInFile | undefined {
  const [, character] =
    /^Unexpected (?:character `(.+?)` \(.*?\)|end of file) (?:in|before|after) attribute/.exec(reason) ?? [];
  const isOpen =
    character !== undefined || /^Unexpected end of file (?:in|before|after) (?:name|attribute)/.test(reason);
  if (!isOpen) return undefined;
  const { line, column } = placeOf(error, reason, source);
  const before = source.split('\n').slice(0, line);
  const start = before.findLastIndex((text, index) =>
    (index < line - 1 ? text : text.slice(0, column - 1)).includes('<'),
  );
  if (start < 0 || start === line - 1) return undefined;
  const reached = character === undefined ? '' : `: the "${character}" in line ${line} cannot stand in one`;
  return {
    ...{ line: start + 1, column: (before[start]?.lastIndexOf('<') ?? 0) + 1 },
    severity: 'error',
    message: `This is not valid MDX: a tag is opened but not closed with ">"${reached}.`,
    remedy: `Close it, write &lt; for a less-than sign, ${TO_MD}.`,
  };
}

function placeOf({ line, column, place }: MdxError, reason: string, source: string): Place {
  const start = place?.start ?? place;
  const given = { line: line ?? start?.line ?? 1, column: column ?? start?.column ?? 1 };
  if (/closing brace/.test(reason)) return findOpenBrace(source, given) ?? given;
  const opening = /^Expected a closing tag for `.*?` \((\d+):(\d+)/.exec(reason);
  return opening ? { line: Number(opening[1]), column: Number(opening[2]) } : given;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
