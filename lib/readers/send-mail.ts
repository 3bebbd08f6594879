import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { makeToken } from './signature';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** Where mails are written that no server sends. */
const OUTBOX = '.data/outbox';

/** Sends a mail with the server of `SMTP_URL`; without one it is written into `.data/outbox`. Rejects where it cannot be sent. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = process.env;
  const mail = { from: MAIL_FROM || to, to, subject, text, disableFileAccess: true, disableUrlAccess: true };
  if (SMTP_URL) {
    await createTransport(SMTP_URL).sendMail(mail);
    return;
  }
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(mail);
  const folder = path.resolve(/* turbopackIgnore: true */ process.env.OUTBOX || OUTBOX);
  mkdirSync(folder, { recursive: true });
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${makeToken().slice(0, 6)}.eml`;
  writeFileSync(path.join(/* turbopackIgnore: true */ folder, name), message as unknown as Buffer);
}
