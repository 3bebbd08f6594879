import type { Page } from 'playwright/test';
import { buildCsp } from '@/lib/finish/csp';
import { parseHtmlPage } from '@/lib/finish/html-page';
import { signShare } from '@/lib/share/token';
import { FIXTURES } from '@/scripts/test-sites';
import { iconPath, postPath, sharePath } from './addresses';
import { expect, readIndex, test } from './site';

const SECRET = FIXTURES.environment.SHARE_SECRET ?? '';
const SLUG = 'secret-draft-slug';
const SENTINEL = /secret-(draft|scheduled)-[a-z]+/i;

function toToken(slug: string, seconds = 3600, secret = SECRET): string {
  return signShare({ slug, expires: Math.floor(Date.now() / 1000) + seconds }, secret);
}

test.describe('A reader with a link', { tag: ['@fixtures', '@functions'] }, () => {
  for (const slug of [SLUG, 'secret-scheduled-slug']) {
    test(`can read ${slug} as it will be`, async ({ page }) => {
      const post = readIndex(FIXTURES.content, 'author').postsBySlug.get(slug);
      const said = listen(page);
      const response = await page.goto(sharePath(toToken(slug)));
      expect(response?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(post?.title ?? '');
      const state = slug.split('-')[1];
      await expect(page.getByText(`secret-${state}-body`)).toContainText(`secret-${state}-export`);
      await expect(page.getByText('shared with you until')).toBeVisible();
      const image = page.getByRole('img', { name: `secret-${state}-alt` });
      await image.scrollIntoViewIfNeeded();
      await expect
        .poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth))
        .toBeGreaterThan(0);
      await expect(page.getByRole('img', { name: `secret-${state}-coveralt` })).toBeVisible();
      const file = page.locator(`main a[href$="secret-${state}-file.csv"]`);
      const download = await page.request.get((await file.getAttribute('href')) ?? '');
      expect(await download.text()).toContain(`secret-${state}-filebytes`);
      expect(download.headers()['cache-control']).toContain('no-store');
      expect(said).toEqual([]);
      const links = await page
        .locator('main a[href^="/"]')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
    });
  }

  test('pays for no framework, and may load what the draft shows and nothing else', async ({ page }) => {
    const said = listen(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const image = await page.request.get(iconPath);
    await page.route('https://pictures.example/**', async (route) =>
      route.fulfill({ contentType: 'image/svg+xml', body: await image.body() }),
    );
    const html = (await (await page.goto(sharePath(toToken('secret-draft-elements'))))?.text()) ?? '';
    await expect(page.locator('math').first()).toBeVisible();
    await expect(
      page.getByRole('img', { name: 'A draft is shown to one reader, then to all.' }),
    ).toBeVisible();
    for (const name of ['A picture from elsewhere', 'A picture from here']) {
      const picture = page.getByRole('img', { name });
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((node: HTMLImageElement) => node.naturalWidth))
        .toBeGreaterThan(0);
    }
    expect(asked.filter((url) => url.includes('/_next/'))).toEqual(
      asked.filter((url) => url.endsWith('.woff2') && url.includes('math')),
    );
    expect(html).not.toContain('__next_f');
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.filter((tag) => !tag.includes('data-colophon'))).toEqual([]);
    const policy = readPolicy(html);
    expect(policy).toBe(buildCsp(parseHtmlPage(html).elements));
    expect(policy).toContain("script-src 'self' 'sha256-");
    expect(policy).toContain("img-src 'self' data: https://pictures.example;");
    expect(policy).toContain('frame-src https://www.youtube-nocookie.com;');
    expect(said).toEqual([]);
  });

  test('sees a component of the draft that the server runs, and pays nothing for it', async ({ page }) => {
    const said = listen(page);
    const html = (await (await page.goto(sharePath(toToken('draft-with-a-chart'))))?.text()) ?? '';
    await expect(page.getByRole('img', { name: 'Three bars' })).toBeVisible();
    expect(html).not.toContain('/_next/static/chunks/');
    expect(said).toEqual([]);
  });

  test('pays for the framework where a component of the draft runs in the browser', async ({ page }) => {
    const said = listen(page);
    const html = (await (await page.goto(sharePath(toToken('secret-draft-parts'))))?.text()) ?? '';
    await page.getByRole('button', { name: 'Counted to 3' }).click();
    await expect(page.getByRole('button', { name: 'Counted to 4' })).toBeVisible();
    expect(readPolicy(html)).toBe(buildCsp(parseHtmlPage(html).elements));
    expect(said).toEqual([]);
  });

  test('asks to keep it out of caches and search engines', async ({ request }) => {
    const response = await request.get(sharePath(toToken(SLUG)));
    const headers = response.headers();
    expect(headers['cache-control']).toMatch(/private.*no-store/);
    expect(headers['x-robots-tag']).toContain('noindex');
    expect(headers['referrer-policy']).toBe('no-referrer');
    // The page says which fonts it needs, not what Next would send with any.
    expect(headers.link).toBeUndefined();
    const html = await response.text();
    expect(html).toMatch(/<meta name="robots" content="noindex/);
    expect(html).not.toContain('rel="canonical"');
  });

  test('that is wrong, expired, altered or meant for another post finds what is not there', async ({
    request,
  }) => {
    const token = toToken(SLUG);
    const [name = '', time = '', signature = ''] = token.split('.');
    const [other = ''] = toToken('secret-scheduled-slug').split('.');
    const tokens = [
      toToken(SLUG, -1),
      toToken(SLUG, 3600, 'another secret that is long enough too'),
      `${other}.${time}.${signature}`,
      `${name}.${Number(time) + 86_400}.${signature}`,
      `${name}.${time}.${signature.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A'))}`,
      `${token}A`,
      toToken('no-such-post'),
      'x',
    ];
    const nothing = await request.get('/no-such-page');
    const page = await nothing.text();
    for (const wrong of tokens) {
      const response = await request.get(sharePath(wrong), { maxRedirects: 0 });
      expect(response.status(), wrong).toBe(404);
      expect([page, ''], wrong).toContain(await response.text());
    }
    // This never gets as far as the page; hosts of functions look for it as for any other.
    const unreadable = await request.get(sharePath('%00'), { maxRedirects: 0 });
    const refused = process.env.JOURNEYS_BY === 'functions' ? [404, page] : [400, 'Bad Request\n'];
    expect([unreadable.status(), await unreadable.text()]).toEqual(refused);
    expect(nothing.status()).toBe(404);
    expect(page).not.toMatch(SENTINEL);
  });

  test('reaches the files of its own draft only', async ({ request }) => {
    const html = await (await request.get(sharePath(toToken(SLUG)))).text();
    const [, hash = '', name = ''] = /\/share\/[\w.-]+\/([0-9a-f]+)\/([^"/]+-image\.png)"/.exec(html) ?? [];
    expect(name).toBe('secret-draft-image.png');
    expect((await request.get(`${sharePath(toToken(SLUG))}/${hash}/${name}`)).status()).toBe(200);
    for (const path of [
      `/media/${hash}/${name}`,
      `${sharePath(toToken(SLUG, -1))}/${hash}/${name}`,
      `${sharePath(toToken('secret-scheduled-slug'))}/${hash}/${name}`,
      `${sharePath(toToken(SLUG))}/${hash.replace(/^./, 'x')}/${name}`,
      `${sharePath(toToken(SLUG))}/${hash}/${encodeURIComponent('../index.mdx')}`,
    ]) {
      const response = await request.get(path);
      expect(response.status(), path).toBe(404);
      expect((await response.body()).toString('latin1').replaceAll(name, ''), path).not.toMatch(SENTINEL);
    }
  });

  test('is led to the post once it is published', async ({ request, index }) => {
    const slug = index.posts[0]?.slug ?? '';
    const response = await request.get(sharePath(toToken(slug)), { maxRedirects: 0 });
    expect([303, 307]).toContain(response.status());
    expect(response.headers().location).toContain(postPath(slug));
  });
});

test('A blog without a secret shares nothing', { tag: '@demo' }, async ({ request }) => {
  for (const secret of [SECRET, '']) {
    const token = toToken('notes-for-a-next-post', 3600, secret);
    expect((await request.get(sharePath(token))).status()).toBe(404);
    expect((await request.get(`${sharePath(token)}/0123456789ab/x.png`)).status()).toBe(404);
  }
});

/** What a reader's browser reports, as it comes. */
function listen(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) said.push(`${response.status()} ${response.url()}`);
  });
  return said;
}

function readPolicy(html: string): string | undefined {
  return parseHtmlPage(html)
    .elements.find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy')
    ?.attributes.get('content');
}
