import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import { isRemote } from './database';
import { makeToken } from './signature';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** The same as HTML, for those who see it. */
  readonly html?: string;
  /** Absolute address that ends what the mail is part of, by a form that is sent to it (RFC 8058). */
  readonly unsubscribe?: string;
  readonly list?: MailList;
}

/** What a mail that goes to many is part of, for programs that sort mail (RFC 2919). */
export interface MailList {
  /** Like a name of a host, and always the same. */
  readonly id: string;
  readonly name: string;
}

/** Where mails are written that no server sends. */
const OUTBOX = '.data/outbox';

/** Whether this process may send what the site is to send: for a database elsewhere a folder of this machine would swallow it. */
export function canSendMail(): boolean {
  return Boolean(process.env.SMTP_URL) || !isRemote();
}

/** Sends a mail with the server of `SMTP_URL`; without one it is written into `.data/outbox`. Rejects where it cannot be sent. */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL } = process.env;
  if (SMTP_URL) await createTransport(SMTP_URL).sendMail(toMessage(mail));
  else await writeMail(mail);
}

/** What sends many mails, over few connections. */
export interface Mailer {
  /** Rejects where no mail can be sent at all. */
  check(): Promise<void>;
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Sends mails as `sendMail` does, over so many connections, which are kept. Throws where nobody is named as their sender. */
export function openMailer(connections: number): Mailer {
  const { SMTP_URL, MAIL_FROM } = process.env;
  if (!SMTP_URL) return { check: async () => undefined, send: writeMail, close: () => undefined };
  if (!MAIL_FROM) throw new Error('MAIL_FROM is missing: it names who sends, as "Ada <ada@ada.example>".');
  const transport = createTransport({
    ...{ url: SMTP_URL, pool: true, maxConnections: connections },
    // It would send a mail again that a server may have taken before its connection broke.
    maxRequeues: 0,
  } as SMTPPool.Options);
  return {
    check: async () => {
      await transport.verify();
    },
    send: async (mail) => {
      await transport.sendMail(toMessage(mail));
    },
    close: () => transport.close(),
  };
}

/** The folder of mails that no server sends. */
export function getOutbox(): string {
  return path.resolve(/* turbopackIgnore: true */ process.env.OUTBOX || OUTBOX);
}

async function writeMail(mail: Mail): Promise<void> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(
    toMessage(mail),
  );
  const folder = getOutbox();
  mkdirSync(folder, { recursive: true });
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${makeToken().slice(0, 6)}.eml`;
  writeFileSync(path.join(/* turbopackIgnore: true */ folder, name), message as unknown as Buffer);
}

function toMessage({ to, subject, text, html, unsubscribe, list }: Mail): SendMailOptions {
  return {
    ...{ from: process.env.MAIL_FROM || to, to, subject, text, ...(html !== undefined && { html }) },
    list: {
      ...(list && { id: { url: list.id, comment: list.name } }),
      ...(unsubscribe !== undefined && { unsubscribe: { url: unsubscribe } }),
    },
    ...(unsubscribe !== undefined && {
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    }),
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}
