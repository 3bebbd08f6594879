import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface ReceivedMail {
  readonly to: string;
  /** Headers and body as they came. */
  readonly message: string;
}

/** What the server answers to `RCPT TO` of an address, or to a message for it; `250 OK` where it says nothing. */
export type Answer = (
  command: 'RCPT TO' | 'DATA',
  to: string,
) => string | undefined | Promise<string | undefined>;

export interface SmtpServer {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** In the order in which they were accepted. */
  readonly mails: readonly ReceivedMail[];
  close(): Promise<void>;
}

/** A server on this machine that takes mails (RFC 5321), for tests: it keeps them, and refuses what `answer` refuses; `close` hangs up. */
export async function startSmtpServer(answer: Answer = () => undefined): Promise<SmtpServer> {
  const mails: ReceivedMail[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    void serve(socket, answer, mails);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function serve(socket: Socket, answer: Answer, mails: ReceivedMail[]): Promise<void> {
  const reply = (line: string) => socket.write(`${line}\r\n`);
  reply('220 test ESMTP');
  let [to, message] = ['', undefined as string | undefined];
  for await (const line of readLines(socket)) {
    if (message !== undefined) {
      if (line !== '.') {
        message += `${line.replace(/^\./, '')}\r\n`;
        continue;
      }
      const refusal = await answer('DATA', to);
      if (refusal === 'hang up') return void socket.destroy();
      if (refusal === undefined) mails.push({ to, message });
      message = undefined;
      reply(refusal ?? '250 OK');
    } else if (/^RCPT TO:/i.test(line)) {
      to = /<(.*)>/.exec(line)?.[1] ?? '';
      reply((await answer('RCPT TO', to)) ?? '250 OK');
    } else if (/^DATA$/i.test(line)) {
      message = '';
      reply('354 go on');
    } else if (/^QUIT$/i.test(line)) {
      reply('221 bye');
      socket.end();
    } else reply('250 OK');
  }
}

async function* readLines(socket: Socket): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const piece of socket.setEncoding('latin1')) {
      const lines = (rest + String(piece)).split('\r\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch {
    // Whoever was connected was killed.
  }
}
