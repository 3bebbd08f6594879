import { homePath, postPath } from '@/lib/urls';
import { expect, test } from './dev-server';

const SETTINGS = "title: 'Under a policy', language: 'en'";

test('An author sees what published pages would be refused, and which setting allows it', async ({
  page,
  server,
}) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.route('https://count.example/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'document.title = "counted"' }),
  );
  const load = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const script = Object.assign(document.createElement('script'), {
            src: 'https://count.example/visit.js',
            onload: () => resolve('loaded'),
            onerror: () => resolve('refused'),
          });
          document.head.append(script);
        }),
    );

  // Next loads a page anew that was asked for while it still compiled it.
  await expect(async () => {
    await page.goto(`${server.url}${homePath}`);
    expect(await load()).toBe('refused');
    await page.evaluate(() => fetch('https://api.count.example/').catch(() => undefined));
  }).toPass();
  await expect.poll(() => said.join('\n')).toMatch(/visit\.js is refused here and on the published page/);
  expect(said.join('\n')).toContain('content/site.ts: analytics: { script:');
  await expect.poll(() => said.join('\n')).toContain('analytics: { sendsTo:');

  const analytics = "analytics: { script: 'https://count.example/visit.js' }";
  server.save('site.ts', `export default { ${SETTINGS}, ${analytics} };\n`);
  await expect(async () => {
    await page.goto(`${server.url}${homePath}`);
    expect(await load()).toBe('loaded');
  }).toPass();
});

test('An author is notified of a style sheet that a component adds, and not of one that is written', async ({
  page,
  server,
}) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const slug = 'a-sheet-of-its-own';
  const write = (color: string) =>
    server.save(
      `posts/${slug}.md`,
      `---\ntitle: A sheet\ndescription: D\ndate: 2024-01-01\n---\n\n<style>.a { color: ${color} }</style>\n\nText in ${color}.\n`,
    );
  write('red');
  await page.goto(`${server.url}${postPath(slug)}`);
  await expect(page.getByText('Text in red.')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Author’s bar' })).toBeVisible();
  // The page may begin to listen after the first save.
  await expect(async () => {
    write('green');
    await expect(page.getByText('Text in green.')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.evaluate(() => {
    const style = document.createElement('style');
    document.head.append(style);
    style.textContent = '.slipped { color: blue }';
  });
  const warnings = () => said.filter((text) => text.includes('is refused'));
  await expect.poll(warnings).toHaveLength(1);
  expect(warnings()[0]).toContain('".slipped { color: blue }", is refused on the published page');
  expect(warnings()[0]).toContain('element.style.color');
});
