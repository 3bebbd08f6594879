import { postPath } from '@/lib/urls';
import { expect, test } from './site';

test('A reader can read the parts of a series in order', async ({ page, index }) => {
  for (const [name, parts] of index.series) {
    if (parts.length < 2) continue;
    await page.goto(postPath(parts[0]?.slug ?? ''));
    for (const [number, part] of parts.entries()) {
      const series = page.getByRole('navigation', { name });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(part.title);
      await expect(series).toContainText(`Part ${number + 1} of ${parts.length}`);
      await expect(series.getByRole('listitem')).toHaveText(parts.map(({ title }) => title));
      await expect(series.getByRole('link')).toHaveCount(parts.length - 1);
      const next = parts[number + 1];
      if (next) await series.getByRole('link', { name: next.title }).click();
    }
  }
});
