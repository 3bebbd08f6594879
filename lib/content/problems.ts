/** What an author reads of a problem. */
export interface Explanation {
  /** What is wrong, one sentence. */
  readonly message: string;
  /** How to fix it, one sentence. */
  readonly remedy: string;
}

/** A place in a file, 1-based, counted in the file itself (front matter included). */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The one shape of everything that can be wrong with content: where it is, what it is, how to fix it. */
export interface Problem extends Place, Explanation {
  /** Path of the file, relative to the content folder, with forward slashes. */
  readonly file: string;
  readonly severity: 'error' | 'warning';
  /** The line itself, as it is in the file. */
  readonly frame: string;
  /** Problems of one group are one to an author, however many places have it. */
  readonly group?: string;
  /** The document that uses the file, where that is another one. */
  readonly of?: string;
}

/** A problem before its file is known; a reporter completes it. */
export interface ProblemInFile extends Omit<Problem, 'file' | 'frame' | 'of'> {
  /** Where it is in another file than the one that is read. */
  readonly elsewhere?: Pick<Problem, 'file' | 'frame'>;
}

/** A problem of a fenced block: line 0 is the fence, line 1 the first line within. */
export type ProblemInBlock = Omit<ProblemInFile, 'column' | 'elsewhere'>;

/** Thrown where a caller cannot go on; carries every problem found, not the first only. */
export class ContentError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n\n'));
    this.name = 'ContentError';
  }
}

/** Builds problems for one file, adding the line they point at. */
export function createReporter(file: string, source: string) {
  const lines = source.split(/\r\n|\r|\n/);
  return (place: Place, severity: Problem['severity'], message: string, remedy: string): Problem => {
    const line = Math.min(Math.max(place.line, 1), lines.length);
    const frame = lines[line - 1] ?? '';
    const column = Math.min(Math.max(place.column, 1), frame.length + 1);
    return { file, line, column, severity, message, remedy, frame };
  };
}

export type Reporter = ReturnType<typeof createReporter>;

/** Problems of one file with their file and the line they point at. */
export function completeProblems(
  problems: readonly ProblemInFile[],
  file: string,
  source: string,
): Problem[] {
  const report = createReporter(file, source);
  return problems.map(({ severity, message, remedy, group, elsewhere, ...place }) => ({
    ...(elsewhere
      ? { ...place, severity, message, remedy, ...elsewhere, of: file }
      : report(place, severity, message, remedy)),
    ...(group !== undefined && { group }),
  }));
}

/** The body of a document with empty lines before it, so that its lines count as in its file. */
export function padBody({ body, bodyLine }: { readonly body: string; readonly bodyLine: number }): string {
  return '\n'.repeat(bodyLine - 1) + body;
}

/** The place of a character offset in a text. */
export function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Problems in reading order: by file, line, column; errors before warnings at the same place. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.severity, b.severity) ||
      compareText(a.message, b.message),
  );
}

/** Each of them once, where several documents share a file that has it. */
export function uniqueProblems(problems: readonly Problem[]): Problem[] {
  const known = new Set<string>();
  return problems.filter(({ file, line, column, severity, message }) => {
    const key = JSON.stringify([file, line, column, severity, message]);
    return !known.has(key) && known.add(key);
  });
}

/** True where two problems are one, wherever its line is by now. */
export function isSameProblem(a: Problem, b: Problem): boolean {
  return a.file === b.file && a.message === b.message;
}

/** A problem as the terminal shows it: place, sentence, the line with a caret, remedy. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, message, remedy } = problem;
  const number = String(line);
  const { text, caret } = frameOf(problem);
  return [
    `${file}:${line}:${column} ${severity}: ${message}`,
    // A picture, a link or a file that is missing has no lines.
    ...(text === ''
      ? []
      : [`  ${number} | ${text}`, `  ${' '.repeat(number.length)} | ${blank(text.slice(0, caret))}^`]),
    `  ${remedy}`,
  ].join('\n');
}

/** As many blanks as a terminal needs cells for a text: two for a wide letter or a picture, none for a mark. */
function blank(text: string): string {
  return text.replace(/\p{M}/gu, '').replace(WIDE, '  ').replace(/[^ ]/gu, ' ');
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\p{Emoji_Presentation}]/gu;

/** The line of a problem, cut to a readable width around its column, and the caret's 0-based position in it. */
export function frameOf({ frame, column }: Problem): { text: string; caret: number } {
  const width = 100;
  const start = column > width - 10 ? column - width / 2 : 0;
  const cut = frame.slice(start, start + width).replaceAll('\t', ' ');
  const text = `${start > 0 ? '…' : ''}${cut}${frame.length > start + width ? '…' : ''}`;
  return { text, caret: column - 1 - start + (start > 0 ? 1 : 0) };
}

/** "3 errors and 1 warning", for the end of a list. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')]
    .filter(Boolean)
    .join(' and ');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
