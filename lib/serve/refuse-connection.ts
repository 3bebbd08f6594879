import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** What Node reports of a request that it could not read. */
interface ClientError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}

/** What the client gets to read the answer and to close the connection, in milliseconds. */
const MAX_CLOSING = 1000;

/** Answers a request that cannot be read, and closes its connection. */
export function refuseConnection(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = toStatus(error);
  const body = `${STATUS_CODES[status]}\n`;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Cache-Control: no-store',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options: nosniff',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${body.length}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // Whoever goes on sending would keep it open for ever.
  const timer = setTimeout(() => socket.destroy(), MAX_CLOSING);
  socket.on('close', () => clearTimeout(timer));
}

function toStatus({ code, rawPacket }: ClientError): number {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  if (code !== 'HPE_HEADER_OVERFLOW') return 400;
  // No end of its first line came: what is too long is the address.
  return rawPacket?.includes('\r\n') ? 431 : 414;
}
