import type { ContentIndex } from '../content/content-index';
import { createReporter, type Problem, placeAt } from '../content/problems';
import { readFontFiles } from '../fonts/font-files';

/** Font files that the settings name and that cannot be used. */
export function checkFonts({ site, root, files }: Pick<ContentIndex, 'site' | 'root' | 'files'>): Problem[] {
  const { failures } = readFontFiles(site, root);
  if (failures.length === 0) return [];
  const source = files.site?.source ?? '';
  const report = createReporter('site.ts', source);
  return failures.map(({ file, reason }) => {
    const at = Math.max(source.indexOf(file.slice(file.indexOf('/') + 1)), 0);
    const remedy = 'Put the file there as WOFF2, or name another.';
    return report(placeAt(source, at), 'error', `The font "${file}" cannot be used: ${reason}.`, remedy);
  });
}
