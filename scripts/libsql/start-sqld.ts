import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** The server of libSQL itself, a program that `SQLD` names, on a folder of its own; whether tests hold for it too. */
export async function startSqld(
  program: string,
  folder: string,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const address = `127.0.0.1:${await findFreePort()}`;
  const child = spawn(program, ['--db-path', folder, '--http-listen-addr', address, '--no-welcome'], {
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  while (!(await isUp(`http://${address}/health`))) {
    if (child.exitCode !== null) throw new Error(`${program} ended at once.`);
    await wait(20);
  }
  return {
    url: `http://${address}`,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

async function isUp(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
