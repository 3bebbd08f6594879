import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import { FIXTURES } from '@/scripts/test-sites';
import { archivePath, postPath, searchPath, tagPath } from './addresses';
import { expect, test } from './site';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search' });

/** Opens the search by a key. The script that listens arrives when it does, so the key may be pressed in vain at first. */
async function openSearch(page: Page, key = '/'): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(dialogOf(page)).toBeVisible({ timeout: 500 });
  }).toPass();
  // On a busy machine it was pressed once more, and is written into the field.
  if (key === '/') await dialogOf(page).getByRole('searchbox').fill('');
}

test('A reader can find a post with the keyboard alone', { tag: ['@fixtures', '@files'] }, async ({
  page,
  index,
}) => {
  const post = index.posts[0];
  await page.goto('/');
  await openSearch(page);
  const field = dialogOf(page).getByRole('searchbox', { name: 'Search the notes' });
  await expect(field).toBeFocused();
  await page.keyboard.type(post?.title ?? '');
  const result = dialogOf(page).getByRole('listitem').first().getByRole('link');
  await expect(result).toContainText(post?.title ?? '');
  await expect(dialogOf(page).getByRole('status')).toContainText(/\d+ notes?/);
  await page.keyboard.press('ArrowDown');
  await expect(result).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(post?.title ?? '');
});

test('A reader who is faster than the search keeps the place among its results', {
  tag: '@fixtures',
}, async ({ page, index }) => {
  const [first, second] = index.posts;
  await page.goto('/');
  await openSearch(page);
  const field = dialogOf(page).getByRole('searchbox');
  const result = dialogOf(page).getByRole('listitem').first().getByRole('link');
  await field.fill(first?.title ?? '');
  await expect(result).toContainText(first?.title ?? '');
  await page.keyboard.press('ArrowDown');
  await expect(result).toBeFocused();
  await field.evaluate((input: HTMLInputElement, title) => {
    input.value = title;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, second?.title ?? '');
  await expect(result).toContainText(second?.title ?? '');
  await expect(result).toBeFocused();
});

test('A reader can open the search by Ctrl K and by its link, and close it by Escape', {
  tag: '@fixtures',
}, async ({ page }) => {
  await page.goto('/');
  await openSearch(page, 'Control+k');
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toBeHidden();
  const link = page.getByRole('navigation').getByRole('link', { name: 'Search' });
  await link.click();
  await expect(dialogOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
});

test('A reader who writes a slash gets a slash, and can keep the key for other uses', {
  tag: '@fixtures',
}, async ({ page }) => {
  await page.goto('/');
  await openSearch(page);
  await page.keyboard.type('a/b');
  await expect(dialogOf(page).getByRole('searchbox')).toHaveValue('a/b');
  await dialogOf(page).getByRole('searchbox').fill('');
  const choice = dialogOf(page).getByRole('checkbox', { name: 'Open search with /' });
  await expect(choice).toBeChecked();
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const notes = document.createElement('p');
    notes.contentEditable = 'true';
    document.querySelector('main')?.prepend(notes);
    notes.focus();
  });
  await page.keyboard.press('/');
  await expect(page.locator('main > p').first()).toHaveText('/');
  await expect(dialogOf(page)).toBeHidden();
  await openSearch(page, 'Control+k');
  await choice.uncheck();
  await page.goto('/posts');
  await openSearch(page, 'Control+k');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(dialogOf(page)).toBeHidden();
});

test('A reader on a phone, which has no keys, is asked nothing about one', { tag: '@fixtures' }, async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto(searchPath);
  await expect(page.getByRole('searchbox')).toBeVisible();
  await expect(page.getByText('Open search with /')).toBeHidden();
  await context.close();
});

test('A reader whose connection is slow, or breaks, learns of it', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(`**${searchPath}/*`, async (route) => {
    await arrival;
    await route.continue();
  });
  const title = index.posts[0]?.title ?? '';
  await page.goto(`${searchPath}?${new URLSearchParams({ q: title })}`);
  await expect(page.getByRole('status')).toHaveText('One moment…');
  arrive();
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText(title);
  await expect(page.getByRole('status')).toHaveText(/^\d+ notes?$/);
  await page.unroute(`**${searchPath}/*`);
  await page.route(`**${searchPath}/*`, (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('status')).toContainText('could not be loaded');
});

test('A reader loads nothing of the search before asking for it', { tag: '@fixtures' }, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.startsWith(searchPath))).toEqual([]);
  const before = asked.length;
  await openSearch(page);
  await expect.poll(() => asked.slice(before)).toContain(`${searchPath}/manifest`);
});

test('A reader can link to a search', { tag: ['@fixtures', '@files'] }, async ({ page, index }) => {
  const post = index.posts.at(-1);
  const query = new URLSearchParams({ q: post?.title ?? '' });
  await page.goto(`${searchPath}?${query}`);
  await expect(page.getByRole('searchbox')).toHaveValue(post?.title ?? '');
  const results = page.getByRole('main').getByRole('listitem');
  await expect(results.first()).toContainText(post?.title ?? '');
  await page.getByRole('searchbox').fill('');
  await page.getByLabel('Year').selectOption(post?.date?.slice(0, 4) ?? '');
  await expect(page).toHaveURL(new RegExp(`\\?year=${post?.date?.slice(0, 4)}$`));
  const sameYear = index.posts.filter(({ date }) => date?.slice(0, 4) === post?.date?.slice(0, 4));
  await expect(page.getByRole('status')).toHaveText(
    `${sameYear.length} note${sameYear.length === 1 ? '' : 's'}`,
  );
  // The days stand below each other, whatever is beside them.
  const ends = await results
    .locator('time')
    .evaluateAll((all) => all.map((time) => Math.round(time.getBoundingClientRect().right)));
  expect(ends.length).toBeGreaterThan(0);
  expect(new Set(ends).size).toBe(1);
});

test('A reader sees what was searched for before, and can have it forgotten', { tag: '@fixtures' }, async ({
  page,
  index,
}) => {
  const title = index.posts[0]?.title ?? '';
  await page.goto('/');
  await openSearch(page);
  await dialogOf(page).getByRole('searchbox').fill(title);
  const results = dialogOf(page)
    .getByRole('listitem')
    .filter({ has: page.locator('time, mark') });
  await results.filter({ hasText: title }).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await openSearch(page);
  await expect(dialogOf(page).getByRole('button', { name: title })).toBeVisible();
  await dialogOf(page).getByRole('button', { name: 'Forget these' }).click();
  await expect(dialogOf(page).getByRole('button', { name: title })).toBeHidden();
});

test('A reader who finds nothing is offered subjects', async ({ page, index }) => {
  await page.goto(`${searchPath}?q=qqqqqqqqqqqq`);
  await expect(page.getByRole('status')).toHaveText(/^No notes match/);
  const [tag] = [...index.tags.values()].sort((a, b) => b.posts.length - a.posts.length);
  const subjects = page.getByRole('main').getByRole('region', { name: 'Popular subjects' });
  await expect(subjects.getByRole('link', { name: tag?.tag.label ?? '' }).first()).toBeVisible();
});

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader finds the archive and the subjects on the search page', { tag: '@fixtures' }, async ({
    page,
    index,
  }) => {
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: 'Search' }).click();
    await expect(page).toHaveURL(searchPath);
    const main = page.getByRole('main');
    await expect(main.getByRole('link', { name: 'All notes by year' })).toHaveAttribute(
      'href',
      archivePath(),
    );
    for (const { tag } of index.tags.values()) {
      await expect(main.locator(`a[href="${tagPath(tag.slug)}"]`)).toHaveText(tag.label);
    }
  });
});

test.describe('On a site of hostile posts', { tag: '@fixtures' }, () => {
  test('a reader gets to the section, past titles of any kind', async ({ page, index }) => {
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(`${searchPath}?q=${encodeURIComponent('見出し')}`);
    const result = page.getByRole('main').getByRole('listitem').first().getByRole('link');
    await expect(result.locator('mark').first()).toHaveText('見出し');
    await result.click();
    await expect(page).toHaveURL(new RegExp(`#${encodeURIComponent('見出し')}$`));
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeInViewport();
    await page.goto(searchPath);
    for (const { title } of index.posts) {
      // What an address could bring into a page is in the address.
      if (/[<"'&]/.test(title)) await page.goto(`${searchPath}?${new URLSearchParams({ q: title })}`);
      else await page.getByRole('searchbox').fill(title);
      await expect(
        page.getByRole('main').getByRole('listitem').filter({ hasText: title }).first(),
      ).toBeVisible();
    }
    expect(messages).toEqual([]);
  });

  test('a reader finds what programmers look for, in its section', async ({ page }) => {
    for (const [query, anchor, marked] of [
      ['--dry-run', '', '--dry-run'],
      ['useEffect', '', 'useEffect'],
      ['use_effect', '', 'use_effect'],
      ['std::vector', '#containers', 'std::vector'],
      ['@decorator', '#containers', '@decorator'],
      ['foo.bar()', '#containers', 'foo.bar'],
      ['serendip', '#words', 'Serendipity'],
      ['sernedipity', '#words', 'Serendipity'],
    ] as const) {
      await page.goto(`${searchPath}?${new URLSearchParams({ q: query })}`);
      const first = page.getByRole('main').getByRole('listitem').first().getByRole('link');
      const address = `${postPath('what-programmers-look-for')}${anchor}`;
      await expect(first, query).toHaveAttribute('href', address);
      await expect(first.locator('mark').first(), query).toHaveText(marked);
      const said =
        query === 'sernedipity'
          ? /^No notes match “sernedipity”. Showing results for “serendipity/
          : /^\d+ notes?$/;
      await expect(page.getByRole('status'), query).toHaveText(said);
    }
  });

  test('a reader finds a part of a Japanese word, and what has been typed so far of it', async ({ page }) => {
    for (const query of ['本語', '見出']) {
      await page.goto(`${searchPath}?${new URLSearchParams({ q: query })}`);
      await expect(
        page.getByRole('main').getByRole('listitem').first().locator('mark').first(),
      ).toContainText(query);
    }
  });

  test('a reader can search within a subject', async ({ page, index }) => {
    const [slug, { posts } = { posts: [] }] = [...index.tags].find(([, { posts }]) => posts.length > 1) ?? [];
    await page.goto(searchPath);
    await page.getByLabel('Subject', { exact: true }).selectOption(slug ?? '');
    await expect(page.getByRole('status')).toHaveText(`${posts.length} notes`);
    await page.getByRole('searchbox').fill(posts[0]?.title ?? '');
    const titles = posts.map(({ title }) => title);
    const first = page.getByRole('main').getByRole('listitem').first();
    await expect(first).toContainText(posts[0]?.title ?? '');
    for (const title of await page.locator('.search-title').allTextContents())
      expect(titles).toContain(title);
  });

  test('a reader finds names with other characters', async ({ page, index }) => {
    for (const query of ['C++', 'C#', '.NET', 'F#']) {
      await page.goto(`${searchPath}?${new URLSearchParams({ q: query })}`);
      const slug = index.posts.find(({ tags }) => tags.some(({ label }) => label === query))?.slug ?? '';
      const marked = page.getByRole('main').locator(`a[href="${postPath(slug)}"] mark`);
      await expect(marked.first(), query).toHaveText(query);
    }
  });

  test('no piece of the index says a word of what readers may not see', { tag: '@builds' }, () => {
    const folder = path.join(FIXTURES.folder, 'server', 'app', 'search');
    const pieces = readdirSync(folder).filter((name) => name.endsWith('.body'));
    expect(pieces.length).toBeGreaterThanOrEqual(4);
    for (const name of pieces) {
      const text = inflateRawSync(readFileSync(path.join(folder, name))).toString('utf8');
      expect(text.match(/secret-?(draft|scheduled|unlisted)/gi), name).toBeNull();
    }
  });
});
