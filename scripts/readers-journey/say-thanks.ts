import { expect } from 'playwright/test';
import { postPath } from '@/lib/urls';
import type { Visit } from './visit';

export async function sayThanks({ page, url, slug }: Visit): Promise<void> {
  await page.goto(url + postPath(slug));
  await page.getByRole('button', { name: 'Say thanks' }).click();
  // The number is what the last build knew, where the press came before the script.
  await expect(page.getByText('It is counted.').first()).toBeVisible();
}
