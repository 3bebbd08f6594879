import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createProcessCache } from '../cache/process-cache';
import { blankComments } from './blank-comments';

/** The style sheet that has every token of the design. */
export function readTheme(): string {
  return themes.getOrCreate('theme', () =>
    readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), 'components/styles/theme.css'), 'utf8'),
  );
}

const themes = createProcessCache<string, string>('the style sheet of the tokens');

/**
 * The custom properties of a style sheet by their names without the prefix (`color-`, `text-`): the first of each, since later
 * ones are for wider screens, forced colours or print.
 */
export function readTokens(css: string, prefix: string): Map<string, string> {
  const matches = [
    ...blankComments(css).matchAll(new RegExp(String.raw`--${prefix}([\w-]+)\s*:\s*([^;}]+)`, 'g')),
  ];
  const tokens = new Map<string, string>();
  for (const [, name = '', value = ''] of matches) if (!tokens.has(name)) tokens.set(name, value.trim());
  return tokens;
}

/** The two values of a token in `light-dark()`, or one for both. */
export function splitThemes(value: string): { light: string; dark: string } {
  const [, light = value, dark = value] =
    /^light-dark\(\s*((?:[^(),]|\((?:[^()]|\([^()]*\))*\))+)\s*,\s*((?:[^()]|\((?:[^()]|\([^()]*\))*\))+)\)$/i.exec(
      value,
    ) ?? [];
  return { light: light.trim(), dark: dark.trim() };
}
