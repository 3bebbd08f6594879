import { start } from '../cli/start';
import { EXIT, processTerminal, writeError } from '../cli/terminal';

/** `node server/start.js` in a packed folder, and `npm start` where the build is as new as the engine. */
Object.assign(process.env, { NODE_ENV: 'production' });
try {
  process.exitCode = await start(process.argv.slice(2), processTerminal);
} catch (error) {
  writeError(processTerminal, error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT.failed;
}
