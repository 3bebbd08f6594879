import { checkContent } from '../checks/check-content';
import { prepareOutlines } from '../checks/outline-cache';
import { listUrls } from '../content/permalinks';
import { getContentFolder, getFiles, loadContent } from '../content/posts';
import { uniqueProblems } from '../content/problems';
import { readArguments, refuse, type Usage } from './arguments';
import { fixTags } from './fix-tags';
import { FORMATS, type Format, formatProblems } from './format-problems';
import { keepPermalinks } from './keep-permalinks';
import { countPermalinkNews } from './permalink-news';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';

const USAGE: Usage = {
  example: 'npm run check -- --fix',
  what: 'Lists everything that is wrong or could be better in the content, drafts and scheduled posts included.',
  help: [
    ['--fix', 'fixes the spelling of tags and lists of tags, and adds new addresses to permalinks.json'],
    ['--links', 'asks other sites whether the links to them still work; answers are kept for a week'],
    ['--all', 'lists every place, also where many have the same problem'],
    ['--format github', 'annotations for GitHub Actions; json for programs'],
  ],
  options: {
    fix: { type: 'boolean' },
    links: { type: 'boolean' },
    all: { type: 'boolean' },
    format: { type: 'string' },
  },
  needed: [],
  atMost: 0,
};

/** `npm run check`: fails where there is an error; warnings are for the author to judge. */
export async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const format = toFormat(read.text('format'));
  if (format === undefined) {
    return refuse(
      `There is no format "${read.text('format')}". Formats: ${FORMATS.join(', ')}.`,
      USAGE,
      terminal,
    );
  }
  if (read.has('fix')) fix(terminal);
  prepareOutlines();
  const notifyOfFetching = (line: string) => writeError(terminal, line);
  const found = await checkContent(loadContent('public'), read.has('links') ? { notifyOfFetching } : {});
  const problems = uniqueProblems(found);
  const text = formatProblems(problems, format, getContentFolder(), read.has('all'));
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  if (format !== 'text') {
    if (text !== '') writeLine(terminal, text);
  } else if (problems.length > 0) {
    writeError(terminal, `\n${text}\n`);
  } else {
    writeLine(terminal, describeSound(getFiles().posts.length));
  }
  const news = countPermalinkNews();
  if (news !== undefined) writeError(terminal, news);
  return hasErrors ? EXIT.failed : EXIT.done;
}

function describeSound(posts: number): string {
  if (posts === 0) return 'There is no post yet: npm run new -- "My first post" makes one.';
  return `${posts.toLocaleString('en')} ${posts === 1 ? 'post' : 'posts'}, no problem found.`;
}

function toFormat(name = 'text'): Format | undefined {
  return FORMATS.find((format) => format === name);
}

function fix(terminal: Terminal): void {
  for (const file of fixTags()) writeError(terminal, `${file}: tags fixed`);
  for (const url of keepPermalinks(listUrls(loadContent('public'))))
    writeError(terminal, `permalinks.json: + ${url}`);
}
