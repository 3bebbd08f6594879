import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Outcome, toEnvironment } from './run-script';

/** A process that runs one command after the other, each as `npm run` does: to start a process takes longer than most commands. */
export interface Session {
  /** Runs a command with its arguments; one at a time. */
  run(...args: readonly string[]): Promise<Outcome>;
  /** Ends it, and waits until it has ended. */
  end(): Promise<void>;
}

export function startSession(environment: Readonly<Record<string, string>>): Session {
  const child = fork('e2e/commands/answer-commands.ts', {
    execArgv: ['--import', 'tsx'],
    env: toEnvironment(environment),
  });
  const ended = once(child, 'exit');
  const failed = ended.then(([code]) => {
    throw new Error(`The process of commands ended with ${code}.`);
  });
  failed.catch(() => undefined);
  return {
    run: async (...args) => {
      const answer = once(child, 'message').then(([outcome]) => outcome as Outcome);
      child.send(args);
      return Promise.race([answer, failed]);
    },
    end: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
