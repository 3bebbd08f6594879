import { PassThrough, Writable } from 'node:stream';
import { emptyProcessCaches } from '@/lib/cache/process-cache';
import { runCommand } from '@/lib/cli/run-command';

/** The other end of `startSession`: each message is the arguments of a command, and the answer to it the outcome. */
process.on('message', async (args: readonly string[]) => {
  // Of the command before; a process that has just started would have none.
  emptyProcessCaches();
  let output = '';
  const shown = new Writable({
    write(chunk, _encoding, done) {
      output += chunk;
      done();
    },
  });
  const input = new PassThrough().end();
  const status = await runCommand(args, { input, output: shown, error: shown });
  process.send?.({ status, output });
});
