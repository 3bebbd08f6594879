import type { Explanation } from './problems';

const QUOTE = 'Put quotes around the text.';

const EXPLANATIONS: readonly (readonly [RegExp, string, string])[] = [
  [
    /compact mappings[\s\S]*single line/i,
    'the line below is indented further than its field.',
    'Start every field at the beginning of a line, or put quotes around text of several lines.',
  ],
  [
    /nested mappings|compact mappings/i,
    'this value contains a colon followed by a space.',
    'Put quotes around it: title: "Part one: the start".',
  ],
  [
    /same column/i,
    'this line is indented otherwise than those it belongs to.',
    'Start the lines of one list or one group of fields at the same column.',
  ],
  [/unique/i, 'this field appears twice.', 'Keep one of the two.'],
  [
    /missing closing/i,
    'a quote is opened but never closed.',
    'Close the text with the quote it was opened with.',
  ],
  [/tabs? /i, 'a tab is used for indentation.', 'Indent with spaces.'],
  [/^(alias|anchor)/i, 'a text cannot start with * or & without quotes.', QUOTE],
  [/unresolved tag/i, 'a text cannot start with ! without quotes.', QUOTE],
  [
    /cannot start with|block scalar header/i,
    'a text cannot start with this character without quotes.',
    QUOTE,
  ],
  [
    /escape sequence/i,
    'a backslash between double quotes has a meaning of its own.',
    'Write two backslashes, or use single quotes.',
  ],
  [/multiple documents/i, 'the line of three dots above ends the fields.', 'Remove that line.'],
  [
    /flow (map|sequence|collection)|end with a [}\]]/i,
    'a bracket is opened but not closed.',
    'Close it, or put quotes around the text.',
  ],
  [
    /at node end|unexpected (scalar|[a-z-]+) (token )?in/i,
    'text follows a value that is already complete.',
    'Put double quotes around the whole value, and write \\" for a double quote in it.',
  ],
  [
    /implicit (map )?key|block mapping/i,
    'this line is not of the form "name: value".',
    'Write "name: value", or indent the line if it continues the one above.',
  ],
  [
    /unexpected|must be|not allowed|indented/i,
    'this text is not expected here.',
    'Put quotes around text that starts with a character such as @ % & * ! [ { or >, and check the indentation.',
  ],
];

/** What the YAML parser's message means for an author, and how to fix it. `subject` is what the text is called. */
export function explainYaml(reason: string, subject: string): Explanation {
  const found = EXPLANATIONS.find(([pattern]) => pattern.test(reason));
  const plain = reason.trim().replace(/\.$/, '');
  return {
    message: `${subject} is not valid YAML: ${found?.[1] ?? `${plain.charAt(0).toLowerCase()}${plain.slice(1)}.`}`,
    remedy: found?.[2] ?? 'Put quotes around the text and check the indentation.',
  };
}

/** Of a line that cannot be read: characters that look like those of YAML and are others. */
export function explainSpelling(
  line: string,
  subject: string,
): (Explanation & { readonly column: number }) | undefined {
  const [start = '', character = ''] =
    /^[\s-]*[\w-]+\s*([：﹕]|:[\u00a0\u2000-\u200a\u202f\u3000]|\u00a0:)/u.exec(line) ?? [];
  if (character === '') return undefined;
  const [what, remedy] = /[：﹕]/u.test(character)
    ? ['the colon is one of full width.', 'Write the colon of a Latin keyboard, and a space behind it.']
    : [
        'the space beside the colon is none of a keyboard (U+00A0 or the like).',
        'Write an ordinary space there.',
      ];
  return { message: `${subject} is not valid YAML: ${what}`, remedy, column: start.length };
}
