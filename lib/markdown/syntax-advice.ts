interface Explanation {
  readonly message: string;
  readonly advice: string;
}

const EXPLANATIONS: readonly (readonly [RegExp, string])[] = [
  [
    /before name|`!`.*comment/i,
    'Write &lt; for a less-than sign, {/* */} for a comment, or rename the file to .md, where < and { are text.',
  ],
  [
    /could not parse expression|acorn/i,
    'Write \\{ for a brace that is text, correct the expression, or rename the file to .md.',
  ],
  [/expected a closing tag|closing tag/i, 'Close the element, or write &lt; for a less-than sign.'],
  [
    /unexpected end of file|expected a corresponding closing brace/i,
    'Close what is open at this place, or write \\{ for a brace that is text.',
  ],
  [
    /import|export/i,
    'A line that starts with import or export is code in .mdx; write it as \\import, or rename the file to .md.',
  ],
];

/** What the MDX parser's message means for an author, and how to mend it. */
export function explainSyntax(reason: string): Explanation {
  const found = EXPLANATIONS.find(([pattern]) => pattern.test(reason));
  const first = reason.split('\n')[0]?.trim().replace(/\.$/, '') ?? reason;
  return {
    message: `This is not valid MDX: ${first.charAt(0).toLowerCase()}${first.slice(1)}.`,
    advice:
      found?.[1] ?? 'Write &lt; or \\{ for signs that are text, or rename the file to .md, where they are.',
  };
}
