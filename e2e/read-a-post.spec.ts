import { existsSync, readFileSync } from 'node:fs';
import { getToday } from '@/lib/content/posts';
import { setPunctuation } from '@/lib/content/punctuation';
import type { Post } from '@/lib/content/types';
import { dayOf, daysBetween, formatDay } from '@/lib/dates';
import { absoluteUrl, authorPath, postPath, tagPath } from './addresses';
import { expect, test } from './site';

/** Where the first post of the demo came from, where that is at hand. */
const SEED = '../shared/seed-post.txt';
const SLUG = 'building-scalable-microservices-with-python-and-fastapi';

test('A reader can see who wrote a post, when, on what, and how long it takes to read', {
  tag: '@fixtures',
}, async ({ page, index }) => {
  for (const post of index.posts.slice(0, 12)) {
    await page.goto(postPath(post.slug));
    const header = page.getByRole('article').locator('header').first();
    await expect(header.getByRole('heading', { level: 1 })).toHaveText(post.title);
    await expect(header).toContainText(post.description);
    await expect(header).toContainText(`${post.minutes} minute`);
    if (post.date) await expect(header).toContainText(formatDay(post.date, index.site.language));
    for (const tag of post.tags) {
      await expect(header.getByRole('link', { name: tag.label, exact: true })).toHaveAttribute(
        'href',
        tagPath(tag.slug),
      );
    }
    const named = post.authors.length > 1 || post.authors[0]?.id !== index.site.author ? post.authors : [];
    for (const author of named) {
      await expect(header.getByRole('link', { name: author.name })).toHaveAttribute(
        'href',
        authorPath(author.id),
      );
    }
  }
});

test('A reader can see the day a post was written for, wherever they are', { tag: '@fixtures' }, async ({
  browser,
  baseURL,
  index,
}) => {
  const posts = index.posts.slice(0, 4);
  for (const timezoneId of ['America/Los_Angeles', 'UTC', 'Pacific/Auckland']) {
    const context = await browser.newContext({ timezoneId, ...(baseURL !== undefined && { baseURL }) });
    const page = await context.newPage();
    for (const { slug, date = '' } of posts) {
      await page.goto(postPath(slug));
      await expect(page.getByRole('article').getByRole('time').first()).toHaveText(
        formatDay(date, index.site.language),
      );
    }
    await context.close();
  }
});

test('A reader learns what was changed in a post, newest first', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  await page.goto(postPath('two-authors'));
  const list = page.locator('section', { has: page.getByRole('heading', { name: 'Revisions' }) });
  await expect(list.getByRole('listitem')).toHaveText([
    '30 June 2024 “Two” was “three” <b>before</b>.',
    '12 May 2024 The second author is named.',
  ]);
  await expect(page.getByRole('article').locator('header').first()).toContainText('revised 30 June 2024');
  await page.goto(postPath(index.posts.find(({ revisions }) => revisions.length === 0)?.slug ?? ''));
  await expect(page.getByRole('heading', { name: 'Revisions' })).toHaveCount(0);
});

test('A reader can cite a post, in words and as BibTeX, without scripts', { tag: '@fixtures' }, async ({
  browser,
  baseURL,
  index,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL !== undefined && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto(postPath('two-authors'));
  const citation = page.locator('details', { hasText: 'Cite this post' });
  await expect(citation.getByRole('paragraph')).toBeHidden();
  await citation.getByText('Cite this post').click();
  await expect(citation.getByRole('paragraph')).toContainText(
    'Written by two. Fixtures & "Proofs" <Press>, 7 April 2024.',
  );
  const bibtex = citation.locator('pre');
  await expect(bibtex).toContainText('title = {{Written by two}}');
  await expect(bibtex).toContainText(
    'howpublished = {Fixtures \\& "Proofs" \\textless{}Press\\textgreater{}}',
  );
  await expect(bibtex).toContainText(`url = {${absoluteUrl(index.site.url, postPath('two-authors'))}}`);
  await context.close();
});

test('A reader can go on to the post before and the post after', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  const [latest, previous] = index.posts;
  test.fail(
    latest === undefined || previous === undefined,
    'The content has too few posts for this journey.',
  );
  if (!latest || !previous) return;
  await page.goto(postPath(latest.slug));
  await page
    .getByRole('navigation', { name: 'Earlier and later' })
    .getByRole('link', { name: previous.title })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(previous.title);
  await page
    .getByRole('navigation', { name: 'Earlier and later' })
    .getByRole('link', { name: latest.title })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(latest.title);
});

test('A reader can read every word of the first post', { tag: '@demo' }, async ({ page, index }) => {
  const { body } = readSource(index.root);
  await page.goto(postPath(SLUG));
  const article = page.getByRole('article');
  const found = { headings: 0, items: 0, paragraphs: 0 };
  for (const typed of withoutCode(body).split('\n').filter(Boolean)) {
    const line = setPunctuation(typed, 'en');
    const [, marks, heading] = /^(#+) (.*)$/.exec(line) ?? [];
    const item = /^- (.*)$/.exec(line)?.[1];
    if (marks && heading) {
      found.headings += 1;
      const level = marks.length;
      await expect(article.getByRole('heading', { level, name: heading, exact: true })).toHaveCount(1);
    } else if (item) {
      found.items += 1;
      await expect(article.getByRole('listitem').filter({ hasText: toText(item) })).toHaveCount(1);
      const strong = /\*\*(.*?)\*\*/.exec(item)?.[1];
      if (strong) await expect(article.getByRole('strong').filter({ hasText: strong })).toHaveCount(1);
    } else {
      found.paragraphs += 1;
      await expect(article.getByRole('paragraph').filter({ hasText: toText(line) })).toHaveCount(1);
    }
  }
  expect(Object.values(found).every((count) => count > 0)).toBe(true);
});

test('A reader can read the code of the first post in colours', { tag: '@demo' }, async ({ page, index }) => {
  const { body } = readSource(index.root);
  const code = /```python\n([\s\S]*?)\n```/.exec(body)?.[1] ?? '';
  await page.goto(postPath(SLUG));
  const block = page.getByRole('article').getByRole('code').filter({ hasText: 'from fastapi import' });
  await expect(block).toHaveCount(1);
  await expect(block).toHaveJSProperty('innerText', code);
  const colours = await block.evaluate((element) =>
    [...element.querySelectorAll('span')].map((span) => getComputedStyle(span).color),
  );
  expect(new Set(colours).size).toBeGreaterThan(2);
});

test('A reader can find the first post on the home page, in the archive and under each of its tags', {
  tag: '@demo',
}, async ({ page, index }) => {
  const post = index.postsBySlug.get(SLUG);
  expect(post?.featured).toBe(true);
  expect(post?.tags).toHaveLength(4);
  const lists = ['/', '/posts', ...(post?.tags ?? []).map(({ slug }) => tagPath(slug))];
  for (const list of lists) {
    await page.goto(list);
    const link = page.getByRole('main').getByRole('link', { name: post?.title ?? '' });
    await expect(link.first(), list).toHaveAttribute('href', postPath(SLUG));
  }
});

if (existsSync(SEED)) {
  test('An author can see that the first post says what it was given', { tag: '@demo' }, ({ index }) => {
    const seed = readFileSync(SEED, 'utf8').replace(/\r\n/g, '\n');
    const section = (name: string) =>
      new RegExp(
        `^#${name}\\n([\\s\\S]*?)(?=\\n#(?:title|description|date|tags|featured|body)\\n|$(?![\\s\\S]))`,
        'm',
      )
        .exec(seed)?.[1]
        ?.trim();
    const post = index.postsBySlug.get(SLUG);
    expect(post?.title).toBe(section('title'));
    expect(post?.description).toBe(section('description'));
    expect(dayOf(post?.date ?? '')).toBe(section('date'));
    expect(post?.tags.map(({ label }) => label)).toEqual(JSON.parse(section('tags') ?? ''));
    expect(String(post?.featured)).toBe(section('featured'));
    expect(linesOf(post?.body)).toEqual(linesOf(section('body')));
  });
}

/** The body as it stands in the file, read without the code of the blog. */
function readSource(root: string): { body: string } {
  const source = readFileSync(`${root}/posts/${SLUG}/index.md`, 'utf8');
  return { body: source.split(/^---$/m).slice(2).join('---') };
}

/** Blank lines between blocks are a matter of taste. */
function linesOf(text = ''): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function withoutCode(body: string): string {
  return body.replace(/```[\s\S]*?```/g, '');
}

/** A line of Markdown as readers see it. */
function toText(line: string): string {
  return line.replace(/\*\*|`/g, '');
}

test('A reader of an old text sees when it was written', { tag: '@fixtures' }, async ({ page, index }) => {
  const years = ({ date = '', updated = date }: { date?: string; updated?: string }) =>
    daysBetween(updated, getToday(index.site.timeZone)) / 365.25;
  const isAged = (post: Post) => years(post) > index.site.outdatedAfterYears;
  const outdated = index.posts.find(isAged);
  const young = index.posts.find((post) => !isAged(post));
  for (const post of [outdated, young]) {
    await page.goto(postPath(post?.slug ?? ''));
    await expect(page.getByText('parts may be out of date')).toHaveCount(post === outdated ? 1 : 0);
  }
  await page.goto(postPath(outdated?.slug ?? ''));
  await expect(page.getByText('parts may be out of date')).toContainText((outdated?.date ?? '').slice(0, 4));
});
