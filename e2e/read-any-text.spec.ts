import type { Page } from 'playwright/test';
import type { ContentIndex } from '@/lib/content/content-index';
import { postPath } from './addresses';
import { expect, test } from './site';

test.describe('A reader can', { tag: '@fixtures' }, () => {
  test('read braces and angle brackets of Markdown as text, and use its HTML', async ({ page, index }) => {
    const article = await openPost(page, index, 'posts/markdown-is-text.md');
    await expect(article.getByText('A value <5 and {x} and {1 + 1} are text here.')).toBeVisible();
    await expect(article.locator('kbd')).toHaveText('Ctrl');
    await article.getByText('More of it').click();
    await expect(article.getByRole('emphasis').filter({ hasText: 'Markdown' })).toBeVisible();
    await expect(article.getByRole('checkbox')).toHaveCount(2);
    await expect(article.getByRole('checkbox').first()).toBeChecked();
    await expect(article.getByRole('cell', { name: 'a' })).toBeVisible();
    await expect(article.getByRole('deletion')).toHaveText('a mistake');
    await article.getByRole('link', { name: '1', exact: true }).click();
    await expect(page).toHaveURL(/#.*fn-1$/);
    await expect(article.getByText('Its source.')).toBeInViewport();
  });

  test('read what the expressions of an MDX post say', async ({ page, index }) => {
    const article = await openPost(page, index, 'posts/expressions-run.mdx');
    await expect(article.getByText('One and one is 2, and the answer is 42.')).toBeVisible();
    await expect(article.getByRole('note')).toContainText('Tip');
    await expect(article.getByRole('note')).toContainText('A remark with two words.');
    await expect(article.getByTitle('A title by spread')).toHaveText('A paragraph with a spread.');
    await expect(article.getByText('(1)(2)(3)')).toBeVisible();
    const plot = article.getByRole('img', { name: 'A plot of 42 points' });
    await expect(plot).toBeVisible();
    // Files that only running code names.
    await expect(article.getByRole('img', { name: 'A plot, by spread' })).toBeVisible();
    await expect(article.getByRole('img', { name: 'A plot, from a list' })).toBeVisible();
    const note = article.getByRole('link', { name: 'A note, where the answer is known' });
    await expect(note).toHaveAttribute('href', postPath('note-01'));
    await expectLoaded(page);
  });

  test('read a text that runs from right to left', async ({ page, index }) => {
    const post = findPost(index, 'posts/from-right-to-left.md');
    const article = await openPost(page, index, post.file);
    await expect(article).toHaveAttribute('lang', 'ar');
    const heading = article.getByRole('heading', { level: 2, name: 'مقدمة' });
    expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    const code = article.getByRole('code').filter({ hasText: 'const answer' });
    expect(await code.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    await page.goto('/posts');
    expect(await page.locator('html').evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  });

  test('see no slanted letters in scripts that have no italics, and what is emphasized all the same', async ({
    page,
    index,
  }) => {
    for (const file of ['posts/日本語で書く.md', 'posts/from-right-to-left.md']) {
      const article = await openPost(page, index, file);
      const slanted = await article.evaluate((element) =>
        [...element.querySelectorAll('*')]
          .filter((child) => /style/.test(getComputedStyle(child).fontSynthesis))
          .map(({ outerHTML }) => outerHTML),
      );
      expect(slanted, file).toEqual([]);
      const weight = (element: Element) => getComputedStyle(element).fontWeight;
      expect(await article.getByRole('emphasis').evaluate(weight), file).toBe('600');
    }
    const english = await openPost(page, index, 'posts/markdown-is-text.md');
    const emphasis = english.locator('em').first();
    expect(await emphasis.evaluate((element) => getComputedStyle(element).fontWeight)).toBe('400');
  });

  test('read posts whose addresses are in another script, and go from one to the other', async ({
    page,
    index,
  }) => {
    const vietnamese = findPost(index, 'posts/chào-thế-giới/index.md');
    const japanese = findPost(index, 'posts/日本語で書く.md');
    expect([vietnamese.slug, japanese.slug]).toEqual(['chào-thế-giới', '日本語で書く']);
    const article = await openPost(page, index, vietnamese.file);
    await expect(article).toHaveAttribute('lang', 'vi');
    await expectLoaded(page);
    await article.getByRole('link', { name: 'bài tiếng Nhật' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(japanese.title);
    await expect(page.getByRole('heading', { level: 2, name: '見出し' }).first()).toBeInViewport();
    await page.getByRole('link', { name: 'ベトナム語' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Tiếng Việt' })).toBeInViewport();
  });

  test('see the images beside a post, and download a file', async ({ page, index }) => {
    const article = await openPost(page, index, 'posts/files-beside-a-post/index.mdx');
    const images = article.locator('.prose').getByRole('img');
    await expect(images).toHaveCount(3);
    await expectLoaded(page);
    for (const image of await images.all()) {
      expect(Number(await image.getAttribute('width'))).toBeGreaterThan(0);
      expect(Number(await image.getAttribute('height'))).toBeGreaterThan(0);
    }
    await expect(article.getByRole('figure', { name: 'The line rises.' })).toBeVisible();
    const file = await article.getByRole('link', { name: 'the numbers' }).getAttribute('href');
    const response = await page.request.get(file ?? '');
    expect(response.headers()['content-type']).toContain('text/csv');
    expect(await response.text()).toContain('3,9');
    await expect(article.getByText('not out yet')).toBeVisible();
    await expect(article.getByRole('link', { name: 'not out yet' })).toHaveCount(0);
    await article.getByRole('link', { name: 'the second part' }).click();
    await expect(page).toHaveURL(/\/posts\/three-parts-2#second$/);
  });

  test('see hostile titles as text', async ({ page, index }) => {
    page.on('dialog', () => expect('a dialog').toBe('nothing that opens'));
    for (const post of index.posts.filter(({ title }) => /[<"&]/.test(title))) {
      const article = await openPost(page, index, post.file);
      await expect(article.getByRole('heading', { level: 1 })).toHaveText(post.title);
      await expect(page).toHaveTitle(`${post.title} · ${index.site.title}`);
      await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', post.description);
      await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', post.title);
    }
  });

  test('see one heading of the first rank, whatever a text has', async ({ page, index }) => {
    const article = await openPost(page, index, 'posts/said-elsewhere.md');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(['Said elsewhere']);
    await expect(article.getByRole('heading', { level: 2, name: 'One more heading' })).toBeVisible();
    await expect(article.getByRole('heading', { level: 3, name: 'And a second one' })).toBeVisible();
  });
});

function findPost(index: ContentIndex, file: string) {
  const post = [...index.postsBySlug.values()].find((candidate) => candidate.file === file);
  if (!post) throw new Error(`There is no ${file} in the fixtures.`);
  return post;
}

async function openPost(page: Page, index: ContentIndex, file: string) {
  await page.goto(postPath(findPost(index, file).slug));
  return page.getByRole('article');
}

/** Scrolls to every image of the text and waits for it. */
async function expectLoaded(page: Page): Promise<void> {
  for (const image of await page.locator('.prose').getByRole('img').all()) {
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
      .toBeGreaterThan(0);
  }
}
