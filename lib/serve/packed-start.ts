import { start } from '../cli/start';
import { processTerminal } from '../cli/terminal';

/** `node server/start.js` in a packed folder: `npm start` without npm. */
Object.assign(process.env, { NODE_ENV: 'production' });
process.exitCode = await start(process.argv.slice(2), processTerminal);
