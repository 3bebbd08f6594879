import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { formatFallbacks } from '../lib/fonts/fallbacks';
import { measureFont } from './measure-font';

/** The rules of `components/styles/fallbacks.css` for the fonts in a folder, before they are formatted. */
export async function buildFallbackStyles(folder: string): Promise<string> {
  const measure = async (file: string, weight?: number) =>
    measureFont(await readFile(path.join(folder, `colophon-${file}.woff2`)), weight);
  const [regular, bold] = [await measure('serif-roman', 400), await measure('serif-roman', 600)];
  return [
    '/* Made by npm run fonts. */\n',
    formatFallbacks('Colophon Serif', 'text', { regular, bold, italic: await measure('serif-italic') }),
    formatFallbacks('Colophon Mono', 'code', { regular: await measure('mono') }),
  ].join('');
}
