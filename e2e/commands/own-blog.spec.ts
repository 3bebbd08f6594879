import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { findMessages, LANGUAGES } from '@/lib/site/strings/languages';
import { readFolder } from '@/lib/verify/read-folder';
import { readServer } from '@/lib/verify/read-server';
import { verifySite } from '@/lib/verify/verify-site';
import { OWN } from '@/scripts/test-sites';
import { ALL_RULES, COLOUR_RULES, listViolations } from '../axe';
import { expect, test } from '../site';
import { LIMITS, weigh } from '../weigh';
import { findForeignWords, listInterfaceWords } from './interface-words';
import { type StartedServer, startServer } from './start-server';

const APP = path.join(OWN.folder, 'server/app');

/** An address of every type of page, in the main language, and of sections in others. */
const PAGES = [
  '',
  ...'posts tags search colophon posts/hallo posts/plain posts/count posts/nichts'.split(' '),
  ...'en en/posts en/tags/numbers en/series/basics en/nothing ar ar/search ja ja/tags posts/marhaban'.split(
    ' ',
  ),
];

/** Bytes of the blog's own style sheet, of its chart, and of scripts without italics, as brotli sends them. */
const OWN_CSS = 450;

test('A blog has its own styles in each page, and names no fonts that it does not use', () => {
  for (const page of ['index', 'posts', 'posts/hallo', 'search', '_not-found']) {
    const html = read(`${page}.html`);
    expect(/--font-serif: ?system-ui, ?sans-serif/.test(html), page).toBe(true);
    expect(html.includes('.site-header{border-block-end:2px solid var(--color-rubric)}'), page).toBe(true);
  }
  expect(read('posts/hallo.html').includes('Source Serif and Plex Mono')).toBe(false);
});

test('A blog has its own icon in tabs and in the head of each page', () => {
  expect(read('icon.svg.body')).toBe(readFileSync('e2e/own/icon.svg', 'utf8'));
  expect(read('index.html')).toMatch(/<img class="site-logo" src="\/notizen\/icon\.svg\?[\da-f]+"/);
});

test('A blog has components by their names, and its own in the place of those of the engine', () => {
  expect(read('posts/hallo.html')).toMatch(/<svg class="[^"]*chart[^"]*" viewBox="0 0 100 20"/);
  expect(read('posts/hallo.html')).toContain('<aside class="own-callout" data-kind="note">');
  expect(read('posts/plain.html')).toContain('<aside class="own-callout" data-kind="tip">');
  expect(read('posts/plain.html')).not.toContain('/_next/static/chunks/');
  expect(read('posts/count.html')).toMatch(/Gezählt: (<!-- -->)?0[\s\S]*\/_next\/static\/chunks\//);
});

test('A blog writes parts of its pages itself', () => {
  expect(read('index.html')).toMatch(/<div class="home-intro"><p>Ich schreibe über <strong>Zahlen<\/strong>/);
  expect(read('index.html')).not.toContain('Notizen von Ada.</p>');
  for (const page of ['index', 'posts/hallo', 'posts/plain', 'tags'])
    expect(read(`${page}.html`)).toMatch(/<footer [^>]*>.*Notizen von Ada: <svg class="[^"]*chart/s);
  expect(read('posts/hallo.html')).toMatch(/<aside class="after-post"><h2>Danke fürs Lesen<\/h2>/);
  expect(read('_not-found.html')).toContain(
    'Hier ist nichts. Versuch es mit <a href="/notizen/posts">der Liste</a>.',
  );
});

test('Links of the navigation are under a label, and lead elsewhere', () => {
  expect(read('index.html')).toMatch(
    /<details class="site-group" name="site-group"><summary>Mehr<\/summary><ul><li><a href="\/notizen\/search">Suche<\/a><\/li><li><a href="https:\/\/example\.com\/">Woanders/,
  );
});

test('Posts in folders have the address and the day of their names', () => {
  expect(read('posts/hallo.html')).toContain('1. Mai 2024');
  expect(read('posts/hallo.html')).toContain(
    '<meta name="description" content="Der erste Absatz dient als Beschreibung."/>',
  );
  expect(read('posts/plain.html')).toContain('3. Mai 2024');
});

test('Posts in another language have their section, in which no word is of the main one', () => {
  for (const page of ['en', 'en/posts', 'en/tags/numbers', 'en/series/basics', 'en/404', 'posts/hello']) {
    const html = read(`${page}.html`);
    expect(html, page).toMatch(/<html[^>]* lang="en" dir="ltr"/);
    expect(html, page).toContain('>Archive</a>');
    expect(html, page).toContain('All of it by Ada.');
    expect(html, page).not.toMatch(/>(Archiv|Suche|Sprachen|Alles|Notizen von Ada)\b/);
  }
  expect(read('ar/posts.html')).toMatch(/<html[^>]* lang="ar" dir="rtl"/);
  expect(read('en/feed.xml.body')).toContain('<language>en</language>');
  expect(read('posts.html')).not.toContain('/posts/hello');
  expect(read('posts.html')).toMatch(/hrefLang="en" href="https:\/\/ada\.example\/notizen\/en\/posts"/);
  expect(read('sitemap.xml.body')).toContain('<loc>https://ada.example/notizen/en/tags/numbers</loc>');
  expect(readFileSync(path.join(OWN.root, 'out/tags/numbers.html'), 'utf8')).toContain(
    '/notizen/en/tags/numbers',
  );
});

test('No page speaks two languages, in any of those that the interface is in', () => {
  const pages = listPages();
  const spoken = new Set<string>();
  // One comparison for all: there are hundreds of pages.
  const foreign = pages.flatMap(({ name, html }) => {
    const { language, words } = listInterfaceWords(html);
    spoken.add(language);
    return findForeignWords(words, language).map((word) => `${name}: ${word}`);
  });
  expect(foreign).toEqual([]);
  expect([...spoken].map((language) => findMessages(language)).filter(Boolean)).toHaveLength(
    Object.keys(LANGUAGES).length,
  );
  expect(
    findForeignWords(['Copy', 'Kopieren', '12 words', 'Written in 2019; parts may be out of date.'], 'de'),
  ).toEqual(['Copy', 'Written in 2019; parts may be out of date.']);
});

test('Nothing of the engine is shown where the blog has its own', () => {
  const pages = listPages().filter(({ name }) => name !== 'colophon');
  const ofEngine = pages.flatMap(({ name, html }) => {
    // The engine's rules stay in the style sheet, where those of the blog win over them; the page of its type has that name.
    const shown = html
      .replace(/<style\b.*?<\/style>/gs, '')
      .replace(/<a href="\/notizen\/colophon">\p{L}+<\/a>/gu, '');
    const found = shown.match(
      /Colophon|Source Serif|Plex Mono|site-logo-lozenge|#fbfaf9|<link [^>]*colophon_serif/g,
    );
    return (found ?? []).map((text) => `${name}: ${text}`);
  });
  expect(pages.length).toBeGreaterThan(100);
  expect(ofEngine).toEqual([]);
  const colour = '<meta name="theme-color" content="#f4fbf6" media="(prefers-color-scheme: light)"/>';
  expect(pages.filter(({ html }) => !html.includes(colour)).map(({ name }) => name)).toEqual([]);
  for (const file of [
    'feed.json',
    'llms.txt',
    'robots.txt',
    'icon.svg',
    'sitemap.xml',
    'manifest.webmanifest',
  ])
    expect(read(`${file}.body`), file).not.toMatch(/Colophon|a91e16/);
});

test('Pictures of a blog have its paper, its second colour and its icon', async () => {
  const paper = [0xf4, 0xfb, 0xf6];
  for (const [file, left, top] of [
    ['apple-icon.png.body', 1, 1],
    [`cards/${listCards()[0]}`, 1, 1],
  ] as const) {
    const pixel = sharp(path.join(APP, file)).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw();
    expect([...(await pixel.toBuffer())], file).toEqual(paper);
  }
  for (const [file, edge] of [
    ['favicon.ico', 48],
    ['apple-touch-icon.png', 180],
  ] as const) {
    const drawn = readFileSync(path.join(OWN.root, 'out', file));
    expect(drawn.equals(readFileSync(`public/${file}`)), file).toBe(false);
    // An ICO file ends with its largest image.
    const picture = drawn.subarray(drawn.lastIndexOf(Buffer.from('\x89PNG', 'latin1')));
    expect((await sharp(picture).metadata()).width, file).toBe(edge);
  }
  expect(read('feed.css.body')).toContain('--color-paper:light-dark(#f4fbf6, #0d1511)');
  expect(read('feed.css.body')).not.toContain('@font-face');
});

test.describe('served', () => {
  test.describe.configure({ mode: 'serial' });

  let server: StartedServer;

  test.beforeAll(async () => {
    server = await startServer(OWN.environment);
  });

  test.afterAll(() => server?.stop());

  test('A blog with its own look costs what any other does, and axe finds nothing in it', async ({
    browser,
  }) => {
    const origin = `${server.url}/notizen/`;
    for (const name of ['', 'posts', 'tags', 'posts/plain', 'en']) {
      const { html, ...weight } = await weigh(browser, origin + name);
      expect.soft(weight.frameworkScripts, name).toEqual([]);
      expect.soft(weight.javaScript, name).toBeLessThanOrEqual(LIMITS.javaScript);
      expect.soft(weight.css, name).toBeLessThanOrEqual(LIMITS.css + OWN_CSS);
      expect.soft(weight.requests.length, weight.requests.join('\n')).toBeLessThanOrEqual(LIMITS.requests);
      expect.soft(weight.renderBlocking.length, name).toBeLessThanOrEqual(LIMITS.renderBlocking);
    }
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    for (const name of PAGES) {
      await page.goto(origin + name);
      await page.waitForLoadState('load');
      for (const [colorScheme, width, rules] of [
        ['light', 390, ALL_RULES],
        ['dark', 1440, ALL_RULES],
        ['light', 1440, COLOUR_RULES],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        expect.soft(await listViolations(page, rules), `${name}, ${colorScheme}, ${width} px`).toEqual([]);
      }
    }
    await page.close();
  });

  test('A stranger finds nothing wrong with a blog below a path, served or as files', async () => {
    const files = await verifySite(readFolder(path.join(OWN.root, 'out')));
    expect(files.problems).toEqual([]);
    const served = await verifySite(readServer(`${server.url}/notizen`));
    expect(served.problems).toEqual([]);
    expect([...new Set([files.visited, served.visited])]).toEqual([served.visited]);
    expect(served.visited).toBeGreaterThan(20);
  });

  test('A reader of a blog below a path stays below it', async ({ browser }) => {
    expect(await (await fetch(`${server.url}/notizen/en/nothing`)).text()).toContain('Page not found');
    const page = await browser.newPage({ baseURL: server.url });
    page.setDefaultTimeout(120_000);
    const outside: string[] = [];
    page.on('request', (request) => {
      const { pathname, protocol } = new URL(request.url());
      if (protocol === 'http:' && !/^\/notizen(\/|$)/.test(pathname) && pathname !== '/')
        outside.push(pathname);
    });
    await page.goto('/');
    await expect(page).toHaveURL(/\/notizen$/);
    await page.getByRole('link', { name: 'Schlichtes Markdown' }).first().click();
    await expect(page).toHaveURL(/\/notizen\/posts\/plain$/);
    expect(
      await page
        .getByRole('img', { name: 'ein Diagramm', exact: true })
        .evaluate((img: HTMLImageElement) => img.naturalWidth),
    ).toBe(40);
    await page.getByRole('link', { name: 'mehr Wörter' }).click();
    await expect(page).toHaveURL(/\/notizen\/posts\/hallo$/);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('zählwerk');
    await page.getByRole('dialog').locator('.search-hit').first().click();
    await expect(page).toHaveURL(/\/notizen\/posts\/count$/);
    await page.getByRole('button', { name: 'Gezählt: 0' }).click();
    await expect(page.getByRole('button', { name: 'Gezählt: 1' })).toBeVisible();
    await page.goto('/notizen/2023/plain');
    await expect(page).toHaveURL(/\/notizen\/posts\/plain$/);
    await page.goto('/notizen/posts/plan');
    await page.getByRole('link', { name: 'Schlichtes Markdown' }).click();
    await expect(page).toHaveURL(/\/notizen\/posts\/plain$/);
    expect(outside).toEqual([]);
    expect((await fetch(`${server.url}/posts/plain`)).status).toBe(404);
    expect(await (await fetch(`${server.url}/robots.txt`)).text()).toContain(
      'https://ada.example/notizen/sitemap.xml',
    );
    await page.close();
  });
});

function listCards(): string[] {
  const names = readdirSync(path.join(APP, 'cards'), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.png.body'));
}

/** The pages of the export by their names: `posts/hallo`. */
function listPages(): { name: string; html: string }[] {
  const out = path.join(OWN.root, 'out');
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  return names
    .map((name) => ({ name: name.replace(/\.html$/, ''), html: readFileSync(path.join(out, name), 'utf8') }))
    .filter(({ html }) => !html.includes('http-equiv="refresh"'));
}

function read(file: string): string {
  return readFileSync(path.join(APP, file), 'utf8');
}
