import { expect, test } from 'playwright/test';
import { parseSettings } from './settings';

function settings(source: string) {
  return parseSettings({ file: 'site.ts', source, problems: [] });
}

test('without settings every default holds', () => {
  const { site, problems } = parseSettings(undefined);
  expect(problems).toEqual([]);
  expect(site).toMatchObject({
    title: 'Colophon',
    url: 'http://localhost:3000',
    language: 'en',
    timeZone: 'UTC',
  });
});

test('settings are typed TypeScript, and what is left out keeps its default', () => {
  const { site, problems } = settings(`
    import type { SiteSettings } from '@/lib/site';
    export default { title: 'A blog', url: 'https://example.com/' } satisfies SiteSettings;
  `);
  expect(problems).toEqual([]);
  expect(site).toMatchObject({ title: 'A blog', url: 'https://example.com', language: 'en' });
});

test('settings that are wrong are all reported, and the defaults hold', () => {
  const { site, problems } = settings(`export default { title: 3, timeZone: 'Nowhere', colour: 'red' };`);
  expect(problems.map(({ message }) => message)).toEqual([
    '"title" must be text.',
    '"timeZone" is not an IANA time zone such as "Europe/Berlin".',
    '"colour" is not a setting.',
  ]);
  expect(site.title).toBe('Colophon');
});

test('the same file gives the same settings without running it again', () => {
  const file = { file: 'site.ts', source: 'export default {};', problems: [] };
  expect(parseSettings(file)).toBe(parseSettings(file));
});
