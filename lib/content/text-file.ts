import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createReporter, type Problem } from './problems';

/** A text file of the content folder. The same object is handed out for as long as the file does not change. */
export interface TextFile {
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  /** Decoded, without byte order mark, line ends as `\n`. */
  readonly source: string;
  /** What keeps the file from being read, if anything; the source is then empty. */
  readonly problems: readonly Problem[];
}

/** Remembers files between reads, so that only what changed is read again. */
export type ReadCache = Map<string, { readonly stamp: string; readonly file: TextFile }>;

/** Reads a UTF-8 text file. Never throws: a file that cannot be read carries a problem instead of a text. */
export function readText(root: string, relative: string, cache: ReadCache): TextFile {
  const absolute = path.join(root, relative);
  try {
    const { mtimeMs, size, ino } = statSync(absolute);
    const stamp = `${mtimeMs}:${size}:${ino}`;
    const known = cache.get(absolute);
    if (known?.stamp === stamp) return known.file;
    const file = decode(relative, readFileSync(absolute));
    cache.set(absolute, { stamp, file });
    return file;
  } catch (error) {
    return { file: relative, source: '', problems: [reportUnreadable(relative, error)] };
  }
}

function decode(file: string, bytes: Buffer): TextFile {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Latin letters in UTF-16 without a mark are valid UTF-8 with a zero byte after each.
    if (text.includes('\0')) throw new Error('The text has zero bytes.');
    return { file, source: text.replace(/\r\n?/g, '\n'), problems: [] };
  } catch {
    return { file, source: '', problems: [reportEncoding(file, bytes)] };
  }
}

/** Finds the first byte that is not UTF-8 by decoding line by line: a line break is one byte in every UTF-8 text. */
function reportEncoding(file: string, bytes: Buffer): Problem {
  if (UTF_16_MARKS.includes(bytes.toString('latin1', 0, 2))) {
    const report = createReporter(file, '');
    return report({ line: 1, column: 1 }, 'error', 'The file is UTF-16 text, not UTF-8.', SAVE);
  }
  const lines = bytes.toString('latin1').split(/\r\n|\r|\n/);
  const shown = lines.map((line) =>
    Buffer.from(line, 'latin1')
      .toString('utf8')
      .replaceAll('\0', '\uFFFD')
      .replace(/^\uFEFF/, ''),
  );
  const index = Math.max(
    shown.findIndex((line) => line.includes('\uFFFD')),
    0,
  );
  const frame = shown[index] ?? '';
  const isZero = lines[index]?.charAt(frame.indexOf('\uFFFD')) === '\0';
  return {
    file,
    line: index + 1,
    column: Math.max(frame.indexOf('\uFFFD'), 0) + 1,
    severity: 'error',
    message: isZero ? 'The file has a byte that is zero, as text never has.' : 'The file is not UTF-8 text.',
    remedy: isZero ? 'Remove the character, or save the file with the encoding UTF-8.' : SAVE,
    frame,
  };
}

const SAVE = 'Save it with the encoding UTF-8.';

/** What text in UTF-16 begins with, byte by byte. */
const UTF_16_MARKS = ['\xff\xfe', '\xfe\xff'];

function reportUnreadable(file: string, error: unknown): Problem {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  const message = `The file cannot be read (${code}).`;
  const remedy = 'Give it back its content and its permissions, or remove it.';
  return createReporter(file, '')({ line: 1, column: 1 }, 'error', message, remedy);
}
