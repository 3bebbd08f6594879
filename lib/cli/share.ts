import { checkDocument } from '../checks/check-content';
import { loadContent } from '../content/posts';
import type { Post } from '../content/types';
import { listHiddenComponents } from '../next/post-components';
import { getShareSecret, SHORTEST_SECRET, signShare } from '../share/token';
import { absoluteUrl, postPath, sharePath } from '../urls';
import { readArguments, refuse, type Usage } from './arguments';
import { findPost } from './find-post';
import { printProblems } from './print-problems';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';

const MAX_DAYS = 365;

const USAGE: Usage = {
  example: 'npm run share -- my-draft --days 7',
  what: 'Makes a link that shows one draft on the deployed site to whoever has it, until it expires.',
  help: [['--days 7', `how long it holds: 1 to ${MAX_DAYS}; without it 7`]],
  options: { days: { type: 'string' } },
  needed: ['the slug of a draft'],
  atMost: 1,
};

/** `npm run share`: a signed link. The secret must be the one that the deployed site has. */
export async function share(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const days = Number(read.text('days') ?? '7');
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
    return refuse(`"${read.text('days')}" is not a number of days from 1 to ${MAX_DAYS}.`, USAGE, terminal);
  }
  if (loadContent('author').site.output === 'export') {
    writeError(
      terminal,
      "No link was made: a site of files (output: 'export' in site.ts) cannot show a draft.",
    );
    return EXIT.failed;
  }
  const secret = getShareSecret();
  if (secret === undefined) {
    writeError(terminal, describeSecret());
    return EXIT.failed;
  }
  const post = await findSharable(read.names[0] ?? '', terminal);
  if (!post) return EXIT.failed;
  const expires = Math.floor(Date.now() / 1000) + days * 24 * 60 * 60;
  const token = signShare({ slug: post.slug, expires }, secret);
  writeLine(terminal, absoluteUrl(loadContent('author').site.url, sharePath(token)));
  writeError(
    terminal,
    `It holds until ${new Date(expires * 1000).toISOString().slice(0, 16)} UTC, and shows`,
  );
  writeError(terminal, `${post.file} as it is in the version that is deployed.`);
  return EXIT.done;
}

async function findSharable(name: string, terminal: Terminal): Promise<Post | undefined> {
  const found = findPost(name, terminal);
  if (!found) return undefined;
  const index = loadContent('author');
  const post = index.postsBySlug.get(found.slug);
  if (post && (post.state === 'published' || post.state === 'unlisted')) {
    writeError(terminal, `Everybody can read it: ${absoluteUrl(index.site.url, postPath(post.slug))}`);
    return undefined;
  }
  const problems = await checkDocument(found.file.file, index);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const hidden = post ? listHiddenComponents(post, loadContent('public')) : [];
  if (post && errors.length === 0 && hidden.length === 0) return post;
  printProblems(errors, terminal.error);
  for (const reason of hidden) writeError(terminal, reason);
  writeError(terminal, 'No link was made: the page could not be shown.');
  return undefined;
}

function describeSecret(): string {
  return [
    `SHARE_SECRET is missing or shorter than ${SHORTEST_SECRET} characters. Make one:`,
    `  node -p "require('node:crypto').randomBytes(32).toString('base64url')"`,
    'Put it into .env.local as SHARE_SECRET=…, and into the environment of the deployed site.',
  ].join('\n');
}
