import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { emptyProcessCaches } from '../cache/process-cache';
import { FONT_FOLDER } from '../cards/font-files';
import { listMissing } from '../cards/missing-characters';
import { takeFonts } from '../cards/take-fonts';
import { loadContent } from '../content/posts';
import { readArguments, type Usage } from './arguments';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';

const USAGE: Usage = {
  example: 'npm run card-fonts',
  what: `Takes the fonts that social cards lack from npm, and puts them into the folder "${FONT_FOLDER}" of the content.`,
  help: [],
  options: {},
  needed: [],
  atMost: 0,
};

/** `npm run card-fonts`: what titles in other scripts, and emoji, take to be shown on social cards. */
export async function cardFonts(args: readonly string[], terminal: Terminal): Promise<number> {
  const read = readArguments(args, USAGE, terminal);
  if (typeof read === 'number') return read;
  const index = loadContent('author');
  const missing = await listMissing(index);
  if (missing.size === 0) {
    writeLine(terminal, 'Every social card can show what it says.');
    return EXIT.done;
  }
  const packages = [...missing.keys()].map((name) => `@fontsource/${name}`);
  const characters = [...missing.values()].reduce((sum, { size }) => sum + size, 0);
  writeLine(
    terminal,
    `Social cards lack ${characters} ${characters === 1 ? 'character' : 'characters'}. Taking ${packages.join(', ')} from npm …`,
  );
  const folder = mkdtempSync(path.join(os.tmpdir(), 'colophon-fonts-'));
  try {
    await install(packages, folder);
    for (const [name, wanted] of missing) {
      const from = path.join(folder, 'node_modules', '@fontsource', name);
      for (const file of await takeFonts(from, wanted, path.join(index.root, FONT_FOLDER)))
        writeLine(terminal, `+ ${FONT_FOLDER}/${file}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  emptyProcessCaches();
  const left = [...(await listMissing(loadContent('author'))).values()].flatMap((all) => [...all]);
  if (left.length > 0) {
    writeError(
      terminal,
      `None of these fonts has ${left.join(' ')}. Put one that has into "${FONT_FOLDER}".`,
    );
    return EXIT.failed;
  }
  writeLine(terminal, 'The next build draws the cards anew. Commit these files with your content.');
  return EXIT.done;
}

/** Throws, with what npm says, where it cannot. */
async function install(packages: readonly string[], folder: string): Promise<void> {
  const args = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  // The npm that runs the command, which is no program of its own on every system.
  const npm = process.env.npm_execpath;
  const [program, before] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  try {
    await promisify(execFile)(program, [...before, ...args, ...packages]);
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`npm could not get the fonts: ${stderr?.trim() || String(error)}`);
  }
}
