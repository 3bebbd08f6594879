import path from 'node:path';

/** The result of an edit of a document's text. What the edit throws names the file, an absolute path, and where to go on. */
export function editFile<Result>(file: string, edit: () => Result): Result {
  try {
    return edit();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${path.relative(process.cwd(), file)}: ${reason} Nothing was changed: edit the file by hand.`,
    );
  }
}
