import type { ContentIndex } from '../content/content-index';
import { loadContent } from '../content/posts';
import { fetchQueued } from '../readers/mentions/fetch-queued';
import { notifyOfMention } from '../readers/mentions/notify-of-mention';
import { countQueued } from '../readers/mentions/store-mentions';
import { getReadersPart } from '../readers/readers-part';
import { readArguments, refuse, type Usage } from './arguments';
import { sendMentions } from './send-mentions';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';
import { toLine } from './to-line';

const USAGE: Usage = {
  example: 'npm run mentions -- receive',
  what: 'Fetches the pages that are said to link to posts, and reports the links of posts to other sites.',
  help: [
    ['receive', 'fetches those that wait, as the site does by itself when the next one is reported'],
    [
      'send',
      'lists the links of posts that are new or changed since the last time, and where they are reported',
    ],
    ['send --really', 'reports them'],
    ['send --really --all', 'the same where nothing was sent before'],
    ['send --mark', 'takes all there is as sent, and sends nothing'],
  ],
  options: { really: { type: 'boolean' }, all: { type: 'boolean' }, mark: { type: 'boolean' } },
  needed: ['what to do'],
  atMost: 1,
};

/** How long it goes on at most, in milliseconds. */
const DURATION = 60 * 60_000;

/** `npm run mentions`: works on the database of `DATABASE_URL`, or on that of this folder. */
export async function mentions(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const [action = ''] = read.names;
  if (action === 'send')
    return sendMentions(
      { isReal: read.has('really'), all: read.has('all'), mark: read.has('mark') },
      terminal,
    );
  if (action !== 'receive') return refuse(`"${action}" is nothing that can be done.`, USAGE, terminal);
  return receive(loadContent('public'), terminal);
}

async function receive(index: ContentIndex, terminal: Terminal): Promise<number> {
  const part = await getReadersPart();
  await fetchQueued(part, {
    ...{ siteUrl: index.site.url, duration: DURATION },
    notify: (comment) => notifyOfMention(comment, part, index),
    report: (line) => writeLine(terminal, toLine(line)),
  });
  const { all } = await countQueued(part.store);
  writeError(terminal, all === 0 ? 'None waits.' : `${all} wait for later.`);
  return EXIT.done;
}
