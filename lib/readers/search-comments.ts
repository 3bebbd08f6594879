/** So many words are looked for. */
const MAX_WORDS = 8;

const ALL_TEXT = `name || char(10) || body || char(10) || coalesce(mail, '') || char(10) || coalesce(source, '') || char(10) || id`;

/** A condition of SQL and what it compares with. */
export interface Condition {
  readonly sql: string;
  readonly args: readonly string[];
}

/**
 * What fits comments that have each word of a search somewhere: in the name, the text, the mail address, the page of a mention or the id.
 * SQLite knows capitals of ASCII alone, so that words of other scripts are looked for in the spellings they usually have.
 */
export function toSearchCondition(search = ''): Condition {
  const words = search.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  const spellings = words.map(listSpellings);
  const sql = spellings
    .map((some) => ` AND (${some.map(() => `${ALL_TEXT} LIKE ? ESCAPE '\\'`).join(' OR ')})`)
    .join('');
  return { sql, args: spellings.flat().map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`) };
}

function listSpellings(word: string): string[] {
  const lower = word.toLowerCase();
  const [first = '', ...rest] = lower;
  return [...new Set([word, lower, first.toUpperCase() + rest.join(''), word.toUpperCase()])];
}
