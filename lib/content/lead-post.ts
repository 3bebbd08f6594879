import { createReporter, type Problem, placeAt } from './problems';
import type { TextFile } from './text-file';

/** The setting of the post at the head of the home page, where there is no such post. A draft is none of readers yet. */
export function checkLeadPost(
  slug: string | undefined,
  slugs: readonly string[],
  settings: TextFile | undefined,
): Problem[] {
  if (slug === undefined || slugs.includes(slug)) return [];
  const source = settings?.source ?? '';
  const offset = Math.max(source.search(/\bleadPost\s*:/), 0);
  const report = createReporter(settings?.file ?? 'site.ts', source);
  const remedy = 'Write the slug of a post, or remove the setting: the newest post leads then.';
  return [
    report(placeAt(source, offset), 'error', `There is no post "${slug}" to lead the home page.`, remedy),
  ];
}
