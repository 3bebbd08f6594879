import { createProcessCache } from '../cache/process-cache';
import type { ContentIndex } from '../content/content-index';
import { type ParsedDocument, toPage, toPost } from '../content/post';
import type { Problem } from '../content/problems';

/**
 * What a search engine shows of a title before it cuts it: about 600 pixels, some 60 Latin letters on average. Titles
 * a little longer are common and do no harm.
 */
const MAX_COLUMNS = 70;

type Titled = ParsedDocument<{ title: string; description?: string | undefined; draft?: boolean }>;

/** Titles of posts and pages that are very long, and titles and descriptions that two have. */
export function checkTitles({ files }: ContentIndex): Problem[] {
  const documents: Titled[] = [...files.posts.map(toPost), ...files.pages.map(toPage)];
  const isDraft = ({ values }: Titled) => values.draft === true;
  // The second of two is reported, and that is the draft.
  const draftsLast = [...documents.filter((document) => !isDraft(document)), ...documents.filter(isDraft)];
  return [
    ...documents.flatMap(checkLength),
    ...findDuplicates(draftsLast, 'title'),
    ...findDuplicates(draftsLast, 'description'),
  ];
}

function checkLength({ values: { title }, reportAt }: Titled): Problem[] {
  const width = title === undefined ? 0 : widthOf(title);
  if (width <= MAX_COLUMNS) return [];
  const message = `The title is very long (${width} columns): search results and cards cut it.`;
  return [reportAt(['title'], 'warning', message, `Say it in ${MAX_COLUMNS} or fewer.`)];
}

/** Letters, those of Chinese, Japanese and Korean counting twice as in print. */
function widthOf(text: string): number {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
  return [...text].length + (text.match(wide)?.length ?? 0);
}

function toKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The bar of an open page asks anew after each save. */
const keys = createProcessCache<string, string>('keys of titles', { max: 50_000 });

function findDuplicates(documents: readonly Titled[], field: 'title' | 'description'): Problem[] {
  const seen = new Map<string, Titled>();
  return documents.flatMap((document) => {
    const value = document.values[field];
    const key = value === undefined ? '' : keys.getOrCreate(value, () => toKey(value));
    if (key === '') return [];
    const other = seen.get(key);
    if (!other) {
      seen.set(key, document);
      return [];
    }
    const message = `The ${field} is the same as that of ${other.file.file}.`;
    const remedy = 'Readers and search engines distinguish pages by it: change one of the two.';
    return [document.reportAt([field], 'warning', message, remedy)];
  });
}
