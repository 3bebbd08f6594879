interface Explanation {
  readonly message: string;
  readonly advice: string;
}

const EXPLANATIONS: readonly (readonly [RegExp, string, string])[] = [
  [
    /nested mappings|compact mappings/i,
    'this value contains a colon followed by a space.',
    'Put quotes around it: title: "Part one: the start".',
  ],
  [/unique/i, 'this field appears twice.', 'Keep one of the two.'],
  [
    /missing closing/i,
    'a quote is opened but never closed.',
    'Close the text with the quote it was opened with.',
  ],
  [/tabs? /i, 'a tab is used for indentation.', 'Indent with spaces.'],
  [
    /^alias/i,
    'anchors and aliases are not supported.',
    'Write the value out, or put quotes around text that starts with *.',
  ],
  [
    /unresolved tag/i,
    'tags such as !name are not supported.',
    'Put quotes around text that starts with an exclamation mark.',
  ],
  [
    /flow (map|sequence|collection)|end with a [}\]]/i,
    'a bracket is opened but not closed.',
    'Close it, or put quotes around the text.',
  ],
  [
    /implicit keys|implicit map key|block mapping/i,
    'this line is not of the form "name: value".',
    'Write "name: value", or indent the line if it continues the one above.',
  ],
  [
    /unexpected|must be|not allowed|indented/i,
    'this text is not expected here.',
    'Put quotes around text that starts with a sign such as @ % & * ! [ { or >, and check the indentation.',
  ],
];

/** What the YAML parser's message means for an author, and how to mend it. */
export function explainYaml(message: string): Explanation {
  const found = EXPLANATIONS.find(([pattern]) => pattern.test(message));
  const plain = message.trim().replace(/\.$/, '');
  return {
    message: `The front matter is not valid YAML: ${found?.[1] ?? `${plain}.`}`,
    advice: found?.[2] ?? 'Put quotes around the text and check the indentation.',
  };
}
