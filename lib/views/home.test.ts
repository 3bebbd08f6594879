import path from 'node:path';
import { expect, test } from 'playwright/test';
import { buildIndex } from '../content/build-index';
import type { ContentIndex } from '../content/content-index';
import { readContent } from '../content/read';
import { drawOrnament } from '../site/ornament/draw-ornament';
import type { Site } from '../site/site';
import { viewHome } from './home';

const files = readContent(path.resolve('e2e/content'));
const index = buildIndex(files, '2026-11-26', 'public');
type Settings = Partial<
  Pick<Site, 'leadPost' | 'leadPicture' | 'describedOnHome' | 'postsOnHome' | 'ornaments'>
>;

const withSettings = (settings: Settings): ContentIndex => ({
  ...index,
  site: { ...index.site, ...settings },
});
const covered = index.posts.find(({ cover }) => cover)?.slug ?? '';

test('the newest post leads the home page with its ornament, and the next posts have a line each', async () => {
  const { lead, featured, latest } = await viewHome(withSettings({ describedOnHome: 3, postsOnHome: 6 }));
  const [newest] = index.posts;
  expect(lead).toMatchObject({ slug: newest?.slug, ornament: drawOrnament(newest?.slug ?? '') });
  const rows = latest.flatMap(({ posts }) => posts);
  expect(rows.map(({ description }) => description !== undefined)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(featured.length).toBeGreaterThan(0);
});

test('another post can lead, with its cover, its ornament or neither, and is named once', async () => {
  const view = await viewHome(withSettings({ leadPost: covered, postsOnHome: 100 }));
  expect(view.lead?.slug).toBe(covered);
  expect(view.lead?.picture?.src).toMatch(/^\/media\//);
  expect(view.lead).not.toHaveProperty('ornament');
  const others = [...view.featured, ...view.latest.flatMap(({ posts }) => posts)].map(({ slug }) => slug);
  expect(others).not.toContain(covered);
  expect(others).toHaveLength(index.posts.length - 1);
  const leadOf = async (settings: Settings) =>
    (await viewHome(withSettings({ leadPost: covered, ...settings }))).lead ?? {};
  expect(await leadOf({ leadPicture: 'ornament' })).toHaveProperty('ornament');
  expect(await leadOf({ leadPicture: 'ornament' })).not.toHaveProperty('picture');
  for (const settings of [{ leadPicture: 'none' }, { leadPicture: 'ornament', ornaments: false }] as const) {
    const bare = Object.keys(await leadOf(settings));
    expect(bare.filter((name) => name === 'ornament' || name === 'picture')).toEqual([]);
  }
});

test('a post that is to lead and is none is an error at its setting', () => {
  const site = { file: 'site.ts', source: "export default {\n  leadPost: 'nowhere',\n};\n", problems: [] };
  const { problems } = buildIndex({ ...files, site }, '2026-11-26', 'public');
  expect(problems.filter(({ message }) => message.includes('"nowhere"'))).toEqual([
    expect.objectContaining({ file: 'site.ts', line: 2, column: 3, severity: 'error' }),
  ]);
});
