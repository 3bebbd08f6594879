import { existsSync } from 'node:fs';
import path from 'node:path';
import { readContent } from '../../content/read';
import { parseSettings } from '../../content/settings';
import type { Site } from '../../site/site';
import type { Diagnosis } from './diagnosis';

/** The settings of a content folder, and what is wrong with them. */
export function checkSettings(folder: string): { diagnosis: Diagnosis; site: Site | undefined } {
  const subject = 'Settings';
  const shown = path.relative('', folder) || '.';
  if (!existsSync(folder)) {
    const message = `The content folder ${shown} does not exist.`;
    const remedy = 'Make it, or name another one with CONTENT_DIR.';
    return { site: undefined, diagnosis: { subject, state: 'error', message, remedy } };
  }
  const file = readContent(folder).site;
  const { site, problems } = parseSettings(file);
  const [first] = problems;
  if (!first) {
    const message = file ? `${shown}/site.ts` : `${shown} has no site.ts: all settings are the defaults`;
    return { site, diagnosis: { subject, state: 'ok', message } };
  }
  const more = problems.length > 1 ? ` \`npm run check\` lists ${problems.length - 1} more.` : '';
  const message = `${shown}/${first.file}:${first.line}:${first.column} ${first.message}${more}`;
  const remedy = first.remedy ?? 'Fix the settings.';
  return { site: undefined, diagnosis: { subject, state: 'error', message, remedy } };
}
