import { checkPermalinks, listUrls, PERMALINKS_FILE, readPermalinks } from '../content/permalinks';
import { getContentFolder, loadContent } from '../content/posts';
import { readArguments, type Usage } from './arguments';
import { keepPermalinks } from './keep-permalinks';
import { printProblems } from './print-problems';
import { EXIT, type Terminal, writeLine } from './terminal';

const USAGE: Usage = {
  example: 'npm run permalinks',
  what: `Adds every address that readers are given now to ${PERMALINKS_FILE}, which each build then checks.`,
  help: [],
  options: {},
  needed: [],
  atMost: 0,
};

/** `npm run permalinks`: writes down what is published, after looking whether all that was is still there. */
export async function permalinks(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const index = loadContent('public');
  const problems = checkPermalinks(readPermalinks(getContentFolder()), index);
  printProblems(problems, terminal.error);
  if (problems.some(({ severity }) => severity === 'error')) return EXIT.failed;
  const added = keepPermalinks(listUrls(index));
  for (const url of added) writeLine(terminal, `+ ${url}`);
  writeLine(
    terminal,
    added.length === 0 ? 'Every published address is held already.' : describe(added.length),
  );
  return EXIT.done;
}

function describe(count: number): string {
  const addresses = count === 1 ? '1 address' : `${count} addresses`;
  return `${addresses} added to ${PERMALINKS_FILE}. Commit the file: a build fails when one of them disappears.`;
}
