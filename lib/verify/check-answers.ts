import { parseFeed } from 'feedsmith';
import { type Crawl, toOwnPath, type Visit } from './crawl';
import type { SiteProblem } from './site-problem';
import type { SiteReader } from './site-reader';

/** An address that no site has. */
const MISSING = '/there-is-nothing-here-7f3a';

/** Headers that each answer has on every host, with what is in them. */
const HEADERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['x-content-type-options', /nosniff/],
  ['referrer-policy', /./],
  ['content-security-policy', /frame-ancestors|sandbox/],
];

/** What is wrong with answers by themselves: headers, types, feeds, images, and what is said where there is nothing. */
export async function checkAnswers({ visits, origin }: Crawl, reader: SiteReader): Promise<SiteProblem[]> {
  const found = [...visits.values()].filter(({ answer, hops }) => answer.status === 200 && hops.length === 0);
  return [
    ...found.flatMap((visit) => [...checkType(visit, reader), ...checkFeed(visit, origin, reader)]),
    ...found.filter(({ page }) => page !== undefined).flatMap((visit) => checkHeaders(visit, reader)),
    ...(await checkMissing(reader)),
    ...(await checkRobots(reader)),
  ];
}

function checkHeaders(
  { path, answer: { headers } }: Visit,
  { isServer, origin = '' }: SiteReader,
): SiteProblem[] {
  if (!isServer) return [];
  const strict = origin.startsWith('https://')
    ? ([['strict-transport-security', /max-age=[1-9]/]] as const)
    : [];
  return [...HEADERS, ...strict]
    .filter(([name, pattern]) => !pattern.test(headers[name] ?? ''))
    .map(([name]) => ({ address: path, rule: 'header', message: `The answer has no ${name} as it should.` }));
}

/** The first bytes of the kinds of images that pages show. */
const SIGNATURES: readonly (readonly [ending: RegExp, bytes: RegExp])[] = [
  [/\.png$/, /^\x89PNG/],
  [/\.jpe?g$/, /^\xff\xd8\xff/],
  [/\.gif$/, /^GIF8/],
  [/\.webp$/, /^RIFF.{4}WEBP/s],
  [/\.avif$/, /^.{4}ftyp/s],
  [/\.svg$/, /<svg[\s>]/],
  [/\.woff2$/, /^wOF2/],
];

const TYPES: readonly (readonly [ending: RegExp, type: RegExp])[] = [
  [/\.xml$/, /xml/],
  [/\.json$/, /json/],
  [/\.js$/, /javascript/],
  [/\.css$/, /css/],
  [/\.svg$/, /svg/],
];

function checkType({ path, page, answer }: Visit, { isServer }: SiteReader): SiteProblem[] {
  const name = path.replace(/\?.*/, '').toLowerCase();
  const head = answer.body.subarray(0, 400).toString('latin1');
  const wrong = SIGNATURES.find(([ending, bytes]) => ending.test(name) && !bytes.test(head));
  if (wrong)
    return [{ address: path, rule: 'image', message: 'The file is not of the kind that its name says.' }];
  const type = answer.headers['content-type'] ?? '';
  const [, expected] = TYPES.find(([ending]) => ending.test(name)) ?? [];
  const isRight = expected?.test(type) ?? (page === undefined || /html/.test(type));
  if (!isServer || isRight) return [];
  return [{ address: path, rule: 'type', message: `The answer says that it is "${type}".` }];
}

function checkFeed({ path, answer }: Visit, origin: string, reader: SiteReader): SiteProblem[] {
  if (!/\/(feed|atom)\.(xml|json)$/.test(path)) return [];
  const text = answer.body.toString('utf8');
  try {
    const { format } = parseFeed(text);
    const isOwn = [...text.matchAll(/https?:\/\/[^"<\s\\]+/g)].some(
      ([address]) => toOwnPath(address, '/', [origin, reader.origin]) !== undefined,
    );
    if (format && isOwn) return [];
    return [{ address: path, rule: 'feed', message: 'The feed names no address of this site.' }];
  } catch {
    return [{ address: path, rule: 'feed', message: 'The feed cannot be read.' }];
  }
}

async function checkMissing(reader: SiteReader): Promise<SiteProblem[]> {
  const address = reader.base + MISSING;
  const { status, headers } = await reader.read(address);
  if (status !== 404)
    return [
      {
        address,
        rule: 'missing',
        message: `What does not exist is answered with ${status}, not 404.`,
      },
    ];
  if (!reader.isServer || /no-store|max-age=0|no-cache/.test(headers['cache-control'] ?? '')) return [];
  return [
    {
      address,
      rule: 'missing',
      message: 'The answer for what does not exist may be kept by caches.',
    },
  ];
}

async function checkRobots(reader: SiteReader): Promise<SiteProblem[]> {
  const { status, body } = await reader.read(reader.isServer ? '/robots.txt' : `${reader.base}/robots.txt`);
  const text = body.toString('utf8');
  if (status !== 200 || !/^user-agent:/im.test(text))
    return [{ address: '/robots.txt', rule: 'robots', message: 'There is no robots.txt.' }];
  if (/^disallow:\s*\/\s*$/im.test(text))
    return [
      { address: '/robots.txt', rule: 'robots', message: 'Search engines are kept from the whole site.' },
    ];
  return [];
}
