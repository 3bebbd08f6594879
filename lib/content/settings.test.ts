import { expect, test } from 'playwright/test';
import { parseSettings, toPlainSettings } from './settings';

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
    import type { SiteSettings } from '@/lib/site/site';
    export default { title: 'A blog', url: 'https://example.com/' } satisfies SiteSettings;
  `);
  expect(problems).toEqual([]);
  expect(site).toMatchObject({ title: 'A blog', url: 'https://example.com', language: 'en' });
});

test('settings with nothing left to compile are the same', () => {
  for (const source of [
    `import type { SiteSettings } from '@/lib/site/site';
     const name: string = 'A blog';
     export default { title: name, description: '"}\\u2028;\\n', author: undefined, languages: [] } satisfies SiteSettings;`,
    'export default {};',
    `// Joined.\nexport default { url: 'https://' + ['ada', 'example'].join('.') };`,
  ]) {
    const plain = toPlainSettings({ file: 'site.ts', source, problems: [] });
    expect(plain).toMatch(/^export default \{.*\};\n$/s);
    expect(JSON.parse(plain.slice('export default '.length, -2))).toBeTruthy();
    expect(settings(plain)).toEqual(settings(source));
    expect(settings(plain).problems).toEqual([]);
  }
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

test('a colour that cannot be read is reported with the nearest that can', () => {
  const { site, problems } = settings(`export default {
    accent: {
      light: '#e8836f',
      dark: 'crimson',
    },
  };`);
  expect(problems).toMatchObject([
    {
      line: 3,
      message:
        '"accent, light" has a contrast of 2.35 in the light theme, where text needs 4.5; the nearest that has it is #b0513f.',
    },
    { line: 4, message: '"accent, dark" is not a colour such as "#a91e16" or "oklch(0.475 0.175 29)".' },
  ]);
  expect(site.accent).toBeUndefined();
  const { problems: none } = settings(`export default { accent: { light: '#b0513f', dark: '#e8836f' } };`);
  expect(none).toEqual([]);
});

test('a colour may be written in OKLCH, and is what a screen shows of it', () => {
  const { site } = settings(
    `export default { accent: { light: 'oklch(0.475 0.175 29)', dark: 'oklch(82% .12 31deg)' } };`,
  );
  expect(site.accent?.light).toBe('#a91e16');
  expect(site.accent?.dark).toMatch(/^#[\da-f]{6}$/);
});

test('fonts are names or files, and nothing that could end a style sheet', () => {
  const { site, problems } = settings(`export default { fonts: {
    text: { name: 'Press', regular: 'press.woff2' },
    code: 'Menlo, Source Code Pro',
  } };`);
  expect(problems).toEqual([]);
  expect(site.fonts?.code).toBe('Menlo, Source Code Pro');
  const wrong = settings(`export default { fonts: {
    text: { name: 'Press</style>', regular: '../press.ttf' },
    code: 'Menlo; color: red',
  } };`);
  expect(wrong.problems.map(({ line, message }) => [line, message.split(' ').slice(0, 3).join(' ')])).toEqual(
    [
      [2, '"fonts, text, name"'],
      [2, '"fonts, text, regular"'],
      [3, '"fonts, code" must'],
    ],
  );
});

test('the same file gives the same settings without running it again', () => {
  const file = { file: 'site.ts', source: 'export default {};', problems: [] };
  expect(parseSettings(file)).toBe(parseSettings(file));
});
