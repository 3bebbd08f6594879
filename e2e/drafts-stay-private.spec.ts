import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FIXTURES } from '@/scripts/test-sites';
import { markdownPath, postPath } from './addresses';
import { expect, readIndex, test } from './site';

/** Words that stand in posts of one state only, in their texts, names, files and bytes. */
const SENTINEL = /secret-(draft|scheduled|unlisted)-[a-z]+/gi;

/** What a build keeps for itself: no server hands it out. Traces list the files that shared drafts are read from. */
const PRIVATE = /^(cache|dev|types|trace[^/]*|required-server-files\.js(on)?)(\/|$)|\.nft\.json$/;

/** What an unlisted post is made of: its page, its files and its addresses. */
const OWN =
  /^(server\/(app|route-cache\/[A-Z_]+\/[0-9a-f]+\/\$)\/((posts|markdown)\/secret-unlisted-slug[./]|media\/[0-9a-f]+\/secret-unlisted-)|((prerender|routes)-manifest|addresses|build-state|finished-pages|file-facts)\.json$|out\/(posts\/secret-unlisted-slug\.|secret-unlisted-alias(\/index)?\.html$|media\/[0-9a-f]+\/secret-unlisted-))/;

test.describe('An author can trust that', { tag: '@fixtures' }, () => {
  test('the fixtures hide words in every place a post can have', () => {
    for (const state of ['draft', 'scheduled', 'unlisted']) {
      const found = new Set(
        listFiles(FIXTURES.content).flatMap((file) => findSentinels(FIXTURES.content, file)),
      );
      const places =
        'slug title description tag alias coveralt body export heading alt download codetitle code';
      const files = 'image cover file imagebytes coverbytes filebytes';
      for (const place of `${places} ${files}`.split(' '))
        expect(found).toContain(`secret-${state}-${place}`);
    }
  });

  test('no file of the build says a word of a draft or a scheduled post', { tag: '@builds' }, () => {
    const leaks = listBuild().flatMap(({ folder, file }) =>
      findSentinels(folder, file)
        .filter((word) => !word.startsWith('secret-unlisted'))
        .map((word) => `${file}: ${word}`),
    );
    expect(leaks).toEqual([]);
  });

  test('an unlisted post is on its own page only', { tag: '@builds' }, async ({ page, index }) => {
    const post = index.postsBySlug.get('secret-unlisted-slug');
    const leaks = listBuild().flatMap(({ folder, file }) =>
      OWN.test(file)
        ? []
        : findSentinels(folder, file)
            .filter((word) => word.startsWith('secret-unlisted'))
            .map((word) => `${file}: ${word}`),
    );
    expect(leaks).toEqual([]);
    const response = await page.goto(postPath(post?.slug ?? ''));
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(post?.title ?? '');
    await expect(page.getByText('secret-unlisted-body')).toBeVisible();
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  });

  test('the server answers for a hidden post as for one that never was', async ({ request }) => {
    const hidden = [...readIndex(FIXTURES.content, 'author').posts].filter(({ state }) =>
      ['draft', 'scheduled'].includes(state),
    );
    expect(hidden.length).toBeGreaterThan(1);
    for (const { slug, aliases, tags, authors } of hidden) {
      const own = tags.filter((tag) => tag.slug.startsWith('secret-'));
      const paths = [
        postPath(slug),
        `${postPath(slug)}.rsc`,
        markdownPath(slug),
        `/markdown/${slug}`,
        ...aliases,
        ...own.map((tag) => `/tags/${tag.slug}`),
        ...own.map((tag) => `/tags/${tag.slug.replace('declared', 'tagalias')}`),
        ...authors.map(({ id }) => `/authors/${id}`),
      ];
      for (const path of paths) {
        const response = await request.get(path, { maxRedirects: 0 });
        expect(response.status(), path).toBe(404);
        expect(withoutAddress(await response.text(), path), path).not.toMatch(SENTINEL);
      }
      const asData = await request.get(postPath(slug), { headers: { RSC: '1' }, maxRedirects: 0 });
      expect(withoutAddress(await asData.text(), slug)).not.toMatch(SENTINEL);
    }
    for (const path of [
      '/',
      '/posts',
      '/tags',
      '/feed.xml',
      '/atom.xml',
      '/feed.json',
      '/llms.txt',
      '/nearest.json',
      '/sitemap.xml',
      '/robots.txt',
    ]) {
      expect(await (await request.get(path)).text(), path).not.toMatch(SENTINEL);
    }
  });
});

/** The files of the published build, and those of the site as files. */
function listBuild() {
  return [
    ...listFiles(FIXTURES.folder).map((file) => ({ folder: FIXTURES.folder, file })),
    ...listFiles(path.join(FIXTURES.root, 'out')).map((file) => ({
      folder: FIXTURES.root,
      file: `out/${file}`,
    })),
  ];
}

/** A page that does not exist may repeat the address it was asked for. */
function withoutAddress(text: string, address: string): string {
  return text.replaceAll(address.replace(/^.*\//, ''), '').replaceAll(address.replace(/^\//, ''), '');
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !PRIVATE.test(file));
}

/** Every sentinel in the name and the bytes of a file. */
function findSentinels(folder: string, file: string): string[] {
  const bytes = readFileSync(path.join(folder, file)).toString('latin1');
  return [...new Set(`${file}\n${bytes}`.match(SENTINEL) ?? [])].map((word) => word.toLowerCase());
}
