import { toSectionSlug } from '../urls';
import type { DocumentText } from './content-index';
import { createReporter, type Problem } from './problems';
import type { DocumentFile } from './read';

/** Parts of pages that a blog can write itself, by the name of their file in `content/parts`. */
export const PART_NAMES = ['home', 'after-post', 'footer', 'not-found'] as const;

export type PartName = (typeof PART_NAMES)[number];

/** Of the section in another language: `home.de`. */
type SectionPartName = `${PartName}.${string}`;

export type Parts = ReadonlyMap<PartName | SectionPartName, DocumentText>;

/** The parts of a content folder, and what is wrong with their files. */
export function parseParts(
  files: readonly DocumentFile[],
  languages: readonly { readonly language: string }[] = [],
): { parts: Parts; problems: readonly Problem[] } {
  const names = [
    ...PART_NAMES.map((name) => ({ name, lang: undefined })),
    ...languages.flatMap(({ language }) =>
      PART_NAMES.map((name) => ({ name: `${name}.${toSectionSlug(language)}` as const, lang: language })),
    ),
  ];
  const parts = new Map<PartName | SectionPartName, DocumentText>();
  const problems: Problem[] = [];
  for (const file of files) {
    const { name, lang } = names.find((one) => one.name === file.name) ?? {};
    const problem = findProblem(file, name !== undefined, name !== undefined && parts.has(name));
    problems.push(...file.problems, ...(problem ? [problem] : []));
    if (name !== undefined && !problem && file.problems.length === 0) parts.set(name, toText(file, lang));
  }
  return { parts, problems };
}

function toText(
  { file, folder, format, source, shared, data }: DocumentFile,
  lang: string | undefined,
): DocumentText {
  const text = { file, folder, format, title: '', body: source, bodyLine: 1 };
  return { ...text, ...(lang !== undefined && { lang }), ...(shared && { shared }), ...(data && { data }) };
}

function findProblem(
  { file, name, source }: DocumentFile,
  isKnown: boolean,
  isTaken: boolean,
): Problem | undefined {
  const report = createReporter(file, source);
  const start = { line: 1, column: 1 };
  if (!isKnown)
    return report(
      start,
      'error',
      `There is no part of a page with the name "${name}".`,
      `Parts are ${PART_NAMES.join(', ')}.`,
    );
  if (isTaken)
    return report(start, 'error', `Another file is the part "${name}" already.`, 'Keep one of them.');
  if (/^---\r?\n/.test(source))
    return report(
      start,
      'error',
      'A part of a page has no front matter.',
      'Remove the lines from --- to ---.',
    );
  return undefined;
}
