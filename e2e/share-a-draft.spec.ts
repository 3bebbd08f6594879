import { FIXTURES } from '@/lib/cli/test-sites';
import { signShare } from '@/lib/share/token';
import { postPath, sharePath } from '@/lib/urls';
import { expect, readIndex, test } from './site';

const SECRET = FIXTURES.environment.SHARE_SECRET ?? '';
const SLUG = 'hush-draft-slug';
const SENTINEL = /hush-(draft|scheduled)-[a-z]+/i;

function toToken(slug: string, seconds = 3600, secret = SECRET): string {
  return signShare({ slug, expires: Math.floor(Date.now() / 1000) + seconds }, secret);
}

test.describe('A reader with a link', { tag: '@fixtures' }, () => {
  for (const slug of [SLUG, 'hush-scheduled-slug']) {
    test(`can read ${slug} as it will be`, async ({ page }) => {
      const post = readIndex(FIXTURES.content, 'author').postsBySlug.get(slug);
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      const failed: string[] = [];
      page.on('response', (response) => {
        if (response.status() >= 400) failed.push(response.url());
      });
      const response = await page.goto(sharePath(toToken(slug)));
      expect(response?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(post?.title ?? '');
      const state = slug.split('-')[1];
      await expect(page.getByText(`hush-${state}-body`)).toContainText(`hush-${state}-export`);
      await expect(page.getByText('shared with you until')).toBeVisible();
      const image = page.getByRole('img', { name: `hush-${state}-alt` });
      await image.scrollIntoViewIfNeeded();
      await expect
        .poll(() => image.evaluate((node: HTMLImageElement) => node.naturalWidth))
        .toBeGreaterThan(0);
      await expect(page.getByRole('img', { name: `hush-${state}-coveralt` })).toBeVisible();
      const file = page.locator(`main a[href$="hush-${state}-file.csv"]`);
      const download = await page.request.get((await file.getAttribute('href')) ?? '');
      expect(await download.text()).toContain(`hush-${state}-filebytes`);
      expect(download.headers()['cache-control']).toContain('no-store');
      expect(failed).toEqual([]);
      expect(said).toEqual([]);
      const links = await page
        .locator('main a[href^="/"]')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
    });
  }

  test('is told to keep it out of caches and search engines', async ({ request }) => {
    const response = await request.get(sharePath(toToken(SLUG)));
    const headers = response.headers();
    expect(headers['cache-control']).toMatch(/private.*no-store/);
    expect(headers['x-robots-tag']).toContain('noindex');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
    const html = await response.text();
    expect(html).toMatch(/<meta name="robots" content="noindex/);
    expect(html).not.toContain('rel="canonical"');
  });

  test('that is wrong, expired, altered or meant for another post finds what is not there', async ({
    request,
  }) => {
    const token = toToken(SLUG);
    const [name = '', time = '', signature = ''] = token.split('.');
    const [other = ''] = toToken('hush-scheduled-slug').split('.');
    const tokens = [
      toToken(SLUG, -1),
      toToken(SLUG, 3600, 'another secret that is long enough too'),
      `${other}.${time}.${signature}`,
      `${name}.${Number(time) + 86_400}.${signature}`,
      `${name}.${time}.${signature.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A'))}`,
      `${token}A`,
      toToken('no-such-post'),
      'x',
      '%00',
    ];
    const nothing = await request.get('/no-such-page');
    for (const wrong of tokens) {
      const response = await request.get(sharePath(wrong), { maxRedirects: 0 });
      expect(response.status(), wrong).toBe(404);
      expect(await response.text(), wrong).not.toMatch(SENTINEL);
    }
    expect(nothing.status()).toBe(404);
  });

  test('reaches the files of its own draft only', async ({ request }) => {
    const html = await (await request.get(sharePath(toToken(SLUG)))).text();
    const [, hash = '', name = ''] = /\/share\/[\w.-]+\/([0-9a-f]+)\/([^"/]+-image\.png)"/.exec(html) ?? [];
    expect(name).toBe('hush-draft-image.png');
    expect((await request.get(`${sharePath(toToken(SLUG))}/${hash}/${name}`)).status()).toBe(200);
    for (const path of [
      `/media/${hash}/${name}`,
      `${sharePath(toToken(SLUG, -1))}/${hash}/${name}`,
      `${sharePath(toToken('hush-scheduled-slug'))}/${hash}/${name}`,
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
