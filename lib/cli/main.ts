import { runCommand } from './run-command';
import { processTerminal } from './terminal';

/**
 * `node --import tsx lib/cli/main.ts <command> …`, as the scripts of `package.json` call it. `check` keeps every processor busy with
 * texts: threads of V8 that collect garbage beside it would cost a tenth of its time, and are off there.
 */
process.exitCode = await runCommand(process.argv.slice(2), processTerminal);
