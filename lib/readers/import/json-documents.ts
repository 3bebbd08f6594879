/** Characters of one document: the most that JSON.parse can be given in reason. */
const MAX_LENGTH = 256 * 1024 ** 2;

/** The characters that structure JSON. */
const STRUCTURE = /["\\{}[\]]/g;

/**
 * The documents of a text that has one after the other, with or without line breaks between them. Throws where one is broken. Each piece is
 * looked at once, however large the document is.
 */
export async function* readJsonDocuments(
  pieces: AsyncIterable<string>,
  max = MAX_LENGTH,
): AsyncGenerator<unknown> {
  let parts: string[] = [];
  let [length, depth, skipped] = [0, 0, 0];
  let isText = false;
  for await (const piece of pieces) {
    let begin = 0;
    // The character that is escaped may be the first of the next piece.
    STRUCTURE.lastIndex = skipped;
    let next = skipped;
    for (let found = STRUCTURE.exec(piece); found; found = STRUCTURE.exec(piece)) {
      const [mark] = found;
      if (mark === '\\') STRUCTURE.lastIndex += 1;
      else if (mark === '"') isText = !isText;
      else if (!isText) depth += mark === '{' || mark === '[' ? 1 : -1;
      next = STRUCTURE.lastIndex;
      if (depth > 0 || isText || mark === '"' || mark === '\\') continue;
      yield JSON.parse([...parts, piece.slice(begin, next)].join(''));
      [parts, length, begin] = [[], 0, next];
      STRUCTURE.lastIndex = next;
    }
    skipped = Math.max(0, next - piece.length);
    parts.push(piece.slice(begin));
    length += piece.length - begin;
    if (length > max)
      throw new Error(
        `A document of the file is longer than ${Math.floor(max / 1024 ** 2)} million characters.`,
      );
  }
  const rest = parts.join('').trim();
  if (rest !== '') yield JSON.parse(rest);
}
