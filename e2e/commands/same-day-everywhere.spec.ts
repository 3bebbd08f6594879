import { dayOf, formatDay } from '@/lib/dates';
import { DEMO, FIXTURES } from '@/scripts/test-sites';
import { expect, readIndex, test } from '../site';
import { runScript } from './run-script';

const TIME_ZONES = ['America/Los_Angeles', 'UTC', 'Pacific/Auckland'];

interface Printed {
  readonly slug: string;
  readonly header: string;
  readonly entry: string;
  readonly metadata: { readonly openGraph: { readonly publishedTime: string } };
}

interface Site {
  readonly posts: readonly Printed[];
  readonly feed: string;
  readonly sitemap: string;
}

/** What is printed of a site in each time zone is read by several tests. */
test.describe.configure({ mode: 'serial' });

const outputs = new Map<string, readonly Site[]>();

test.beforeAll(async () => {
  for (const { content } of [DEMO, FIXTURES])
    outputs.set(content, await Promise.all(TIME_ZONES.map((timeZone) => printDates(content, timeZone))));
});

for (const { name, content } of [DEMO, FIXTURES]) {
  test(`An author can build the ${name} anywhere in the world and keep the days they wrote`, () => {
    const index = readIndex(content, 'public');
    const [first, ...others] = outputs.get(content) ?? [];
    const { posts = [], feed = '' } = first ?? {};
    const inFeed = index.posts.slice(0, index.site.postsInFeed);
    expect(feed.match(/<pubDate>.{16}/g)).toEqual(inFeed.map(({ date = '' }) => toPubDate(date)));
    expect(posts.map(({ slug }) => slug)).toEqual(index.posts.map(({ slug }) => slug));
    for (const [number, { header, entry, metadata }] of posts.entries()) {
      const day = dayOf(index.posts[number]?.date ?? '');
      expect(header).toContain(`<time dateTime="${day}">${formatDay(day, index.site.language)}</time>`);
      expect(entry).toContain(`<time dateTime="${day}">`);
      expect(metadata.openGraph.publishedTime.slice(0, 10)).toBe(day);
    }
    expect(others).toHaveLength(2);
    for (const other of others) expect(other).toEqual(first);
  });
}

test('An author can rely on 2024-03-15 being 15 March 2024', () => {
  expect(outputs.get(DEMO.content)).toHaveLength(TIME_ZONES.length);
  for (const { posts, feed } of outputs.get(DEMO.content) ?? []) {
    const post = posts.find(({ slug }) => slug.startsWith('building-scalable-microservices'));
    expect(post?.header).toContain('15 March 2024');
    expect(post?.metadata.openGraph.publishedTime).toMatch(/^2024-03-15T/);
    expect(feed).toContain('<pubDate>Fri, 15 Mar 2024 ');
  }
});

async function printDates(content: string, timeZone: string): Promise<Site> {
  const { status, output } = await runScript('e2e/commands/print-dates.tsx', {
    CONTENT_DIR: content,
    TZ: timeZone,
    NODE_ENV: 'production',
  });
  expect(status, output).toBe(0);
  const { timeZone: used, ...site }: Site & { timeZone: string } = JSON.parse(output);
  expect(used).toBe(timeZone);
  return site;
}

/** The start of an RSS date, up to the year. */
function toPubDate(date: string): string {
  return `<pubDate>${new Date(`${dayOf(date)}T00:00:00Z`).toUTCString().slice(0, 16)}`;
}
