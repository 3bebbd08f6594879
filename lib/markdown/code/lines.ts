/** One line of a block on its way to HTML: its text and what the author said about it. */
export interface CodeLine {
  /** The text to highlight and to copy, without sign, prompt or notation. */
  text: string;
  /** 0-based line of the block as written, for warnings. */
  readonly source: number;
  change?: 'added' | 'removed';
  state?: 'highlighted' | 'error' | 'warning';
  focused?: boolean;
  /** What the terminal wrote before the command, with its space: "$ ". */
  prompt?: string;
  /** Written by a program, not by a person. */
  output?: boolean;
  /** Words to mark in this line only. */
  words?: string[];
}

/** The lines of a block; a last line break ends the last line and does not begin another. */
export function splitLines(code: string): CodeLine[] {
  const text = code.replaceAll('\0', '\uFFFD').replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  return text.split('\n').map((line, source) => ({ text: line, source }));
}

/** Columns a line takes in a fixed-width font: a tab counts as four, a wide East Asian character or emoji as two. */
export function countColumns(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) {
    if (character === '\t') columns += 4 - (columns % 4);
    else
      columns +=
        /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
          character,
        )
          ? 2
          : 1;
  }
  return columns;
}
