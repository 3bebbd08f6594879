import path from 'node:path';
import { getBuildFolder } from '../build/build-folder';
import { loadContent } from '../content/posts';
import { packServer } from '../serve/pack-server';
import { identifyBuild } from '../serve/snapshot';
import { readArguments, type Usage } from './arguments';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';

const USAGE: Usage = {
  example: 'npm run pack -- ../packed',
  what: 'Writes all that serving the last build takes into a new folder: `node server/start.js` there needs Node.js alone.',
  help: [],
  options: {},
  needed: ['the folder to write into'],
  atMost: 1,
};

/** `npm run pack`: gives the exit code. */
export async function pack(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readArguments(args, USAGE, terminal);
  if (typeof given === 'number') return given;
  const folder = getBuildFolder();
  if ((await identifyBuild(folder)) === undefined) {
    writeError(
      terminal,
      `There is no build in ${path.relative('', folder) || '.'}. Run \`npm run build\` first.`,
    );
    return EXIT.failed;
  }
  const target = path.resolve(given.names[0] ?? '');
  // What is compiled is found under a key that names it.
  Object.assign(process.env, { NODE_ENV: 'production' });
  const { files, bytes } = await packServer(folder, target, loadContent('public'));
  const size = (bytes / 1024 / 1024).toFixed(1);
  writeLine(
    terminal,
    `Packed into ${path.relative('', target)}: ${files} files, ${size} MB. Start: node server/start.js`,
  );
  return EXIT.done;
}
