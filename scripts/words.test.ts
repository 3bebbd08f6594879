import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';

/** Words that a stranger would not search for, with the one to write. Names, comments, messages and documents. */
const WORDS: readonly (readonly [word: RegExp, write: string])[] = [
  [/\b(mend(s|ed|ing)?|heal(s|ed|ing))\b/i, 'fix'],
  [/\b(told|tells|telling)\b|\btell[A-Z]\w*/, 'report, write, show'],
  [/\bcomplain\w*/i, 'report, writeError'],
  [/\bleads? on\b(?! to)/i, 'redirect'],
  [/\bvouch\w*/i, 'confirm'],
  [/twins?\b/i, 'Markdown export'],
  [/\bhush/i, 'secret'],
  [/\bsoften\w*/i, 'downgrade'],
  [/\b(hasten|patient)\w*/i, 'prioritize, blocking'],
  [/\btakes? stock\b/i, 'snapshot'],
  [/\bshel(f|ves)\b/i, 'cache'],
  [/\b(MOST|FEWEST|WORTH)_[A-Z]/, 'MAX_, MIN_'],
  [/\b(imprint|running[ -]?title)\b/i, 'home intro, print header'],
  [/\bagedAfter\w*|\bhas aged\b/, 'outdated'],
  [/\bholds? you to\b|\bgives? way to\b/i, 'enforce, is replaced by'],
];

/** Where a word is data: settings by their old names, a title of a test, these words themselves. */
const PERMITTED: readonly (readonly [file: RegExp, line: RegExp])[] = [
  [/^lib\/content\/settings\.ts$/, /RENAMED/],
  [/^lib\/views\/outputs\.test\.ts$/, /title: Imprint/],
];

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => /\.(tsx?|css|md|mdx|yml)$/.test(file) && existsSync(file))
  .filter(
    (file) =>
      !/(^|\/)fixtures\/|^e2e\/content\/|^content\/posts\/building-|^scripts\/words\.test\.ts$/.test(file),
  );

test('no file has a word that was replaced by the term of the field', () => {
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        findWords(file, line).map((write) => `${file}:${index + 1}: ${line.trim()} → ${write}`),
      ),
  );
  expect(found).toEqual([]);
});

test('finds each of the words, in names as well as in sentences', () => {
  for (const line of [
    'Mend the errors above.',
    'function tellText() {',
    'An old address leads on.',
    'const MOST_DAYS = 365;',
    'renderMarkdownTwin(post)',
    'a watcher vouches for it',
    'is replaced by the imprint',
  ])
    expect(findWords('lib/a.ts', line), line).toHaveLength(1);
  for (const line of ['The arrow keys lead on to the next.', 'a shelfmark', 'recommended', 'tell (the verb)'])
    expect(findWords('lib/a.ts', line), line).toEqual([]);
});

function findWords(file: string, line: string): string[] {
  if (PERMITTED.some(([at, permitted]) => at.test(file) && permitted.test(line))) return [];
  return WORDS.filter(([word]) => word.test(line)).map(([, write]) => write);
}
