import { address, postPath } from './addresses';
import { expect, test } from './site';

/** A star and a colon have no spelling in the file of redirects that Netlify and Cloudflare read: pages redirect there. */
function isLeftToPage(from: string): boolean {
  return process.env.JOURNEYS_BY === 'hosted files' && /[*:]/.test(decodeURI(from));
}

test('A reader can follow every old address of a post', { tag: ['@fixtures', '@headers'] }, async ({
  request,
  index,
}) => {
  for (const { from, to } of index.redirects) {
    const old = encodeURI(decodeURI(from));
    const response = await request.get(old, { maxRedirects: 0 });
    if (isLeftToPage(from)) {
      expect(await response.text(), from).toContain(`http-equiv="refresh" content="0;url=${address(to)}"`);
    } else {
      // Servers that know files alone redirect as they know how to.
      expect([301, 308], from).toContain(response.status());
      expect(response.headers().location, from).toBe(address(to));
    }
    const target = await request.get(to, { maxRedirects: 0 });
    expect(target.status(), to).toBe(200);
  }
});

test('A reader can follow an old address with signs and in another script', {
  tag: ['@fixtures', '@files'],
}, async ({ page, index }) => {
  const post = index.posts.find(({ aliases }) => aliases.length > 3);
  expect(post?.aliases).toContain('/c++/(notes)');
  for (const alias of post?.aliases ?? []) {
    await page.goto(alias);
    await expect(page, alias).toHaveURL(postPath(post?.slug ?? ''));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(post?.title ?? '');
  }
});
