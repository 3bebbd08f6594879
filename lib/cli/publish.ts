import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDocument } from '../checks/check-content';
import { buildIndex } from '../content/build-index';
import { editFields } from '../content/front-matter-edit';
import type { ParsedPost } from '../content/post';
import { getContentFolder, getFiles, getToday, loadContent } from '../content/posts';
import { isSameProblem, type Problem, sortProblems } from '../content/problems';
import { dayOf, formatDay, isIsoDate } from '../dates';
import { absoluteUrl, postPath } from '../urls';
import { readArguments, refuse, type Usage } from './arguments';
import { editFile } from './edit-file';
import { findPost } from './find-post';
import { keepPermalinks } from './keep-permalinks';
import { printProblems } from './print-problems';
import { listSeenUrls } from './seen-urls';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';
import { writeText } from './write-text';

const USAGE: Usage = {
  example: 'npm run publish -- my-post --date 2026-12-01',
  what: 'Takes a draft out, or schedules it, after checking it as readers would get it.',
  help: [
    ['--date 2026-12-01', 'the day it appears; without it a day ahead that the draft names, or else today'],
  ],
  options: { date: { type: 'string' } },
  needed: ['the slug of a draft'],
  atMost: 1,
};

/** `npm run publish`: a draft becomes a published or a scheduled post. Changes nothing where the post has errors. */
export async function publish(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const date = read.text('date');
  if (date !== undefined && !isIsoDate(date)) {
    return refuse(`"${date}" is not a day of the calendar. Write it as 2026-12-01.`, USAGE, terminal);
  }
  const post = findPost(read.names[0] ?? '', terminal);
  if (!post) return EXIT.failed;
  const { site } = loadContent('author');
  const today = getToday(site.timeZone);
  if (!post.values.draft && post.values.date !== undefined && date === undefined) {
    const day = formatDay(post.values.date, 'en');
    writeError(terminal, `"${post.slug}" is no draft: it is dated ${day}. Give --date to change that.`);
    return EXIT.failed;
  }
  const day = date ?? chooseDay(post.values.date, today);
  const file = path.join(getContentFolder(), post.file.file);
  if (!post.isReadable) {
    printProblems(post.problems, terminal.error);
    return EXIT.failed;
  }
  const source = editFile(file, () =>
    editFields(readFileSync(file, 'utf8'), { date: day, draft: undefined }),
  );
  const problems = await checkAsPublished(post, source, day);
  printProblems(problems, terminal.error);
  if (problems.some(({ severity }) => severity === 'error')) {
    writeError(terminal, 'Nothing was changed. Fix the errors above first.');
    return EXIT.failed;
  }
  // As it was before: nobody has seen what this takes out.
  const seen = listSeenUrls();
  writeText(file, source);
  writeLine(terminal, `${path.relative(process.cwd(), file)}: ${describeChange(post, day)}`);
  writeLine(terminal, `${absoluteUrl(site.url, postPath(post.slug))} ${describeDay(day, today)}.`);
  for (const url of keepPermalinks(seen)) writeLine(terminal, `permalinks.json: + ${url}`);
  return EXIT.done;
}

/** A day ahead that the author has written down already is meant; the day a draft was begun is not. */
function chooseDay(written: string | undefined, today: string): string {
  return written !== undefined && dayOf(written) >= today ? written : today;
}

/** Every problem of a post on the day it appears, and the errors that it then makes in other files. */
async function checkAsPublished(post: ParsedPost, source: string, day: string): Promise<Problem[]> {
  const files = getFiles();
  const changed = { ...post.file, source: source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') };
  const posts = files.posts.map((file) => (file.file === post.file.file ? changed : file));
  const index = buildIndex({ ...files, posts }, dayOf(day), 'author');
  const before = buildIndex(files, dayOf(day), 'author').problems;
  const caused = index.problems.filter(
    (problem) => problem.file !== post.file.file && !before.some((known) => isSameProblem(known, problem)),
  );
  return sortProblems([...(await checkDocument(post.file.file, index)), ...caused]);
}

function describeChange({ values }: ParsedPost, day: string): string {
  const from = values.date === undefined || values.date === day ? '' : ` (was ${values.date})`;
  return `date ${day}${from}${values.draft ? ', no longer a draft' : ''}`;
}

function describeDay(date: string, today: string): string {
  const day = formatDay(date, 'en');
  return dayOf(date) > today
    ? `appears with the first build on or after ${day}`
    : `appears with the next build, dated ${day}`;
}
