import { findForgottenFile } from '../../readers/forgetful-host';
import { toMailAddress } from '../../readers/mail-address';
import type { Site } from '../../site/site';
import type { Diagnosis } from './diagnosis';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether mails can be sent and the database be reached as the environment says. Nothing where readers do not answer. */
export function checkReaders({ readers }: Pick<Site, 'readers'>, environment: Environment): Diagnosis[] {
  return readers ? [checkMail(environment), checkDatabase(environment)] : [];
}

function checkMail({ SMTP_URL, MAIL_FROM }: Environment): Diagnosis {
  const subject = 'Mail';
  if (!SMTP_URL) return { subject, state: 'ok', message: 'SMTP_URL is not set: mails are written as files' };
  if (!/^smtps?:$/.test(toProtocol(SMTP_URL))) {
    const remedy = 'Write it like smtps://user:password@mail.example.com';
    return { subject, state: 'error', message: 'SMTP_URL is not the address of a mail server.', remedy };
  }
  const remedy = 'Name who sends: MAIL_FROM="Ada <ada@ada.example>"';
  if (!MAIL_FROM) return { subject, state: 'error', message: 'MAIL_FROM is missing.', remedy };
  const address = /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM;
  if (toMailAddress(address) === undefined)
    return { subject, state: 'error', message: `MAIL_FROM has no mail address: ${MAIL_FROM}`, remedy };
  return { subject, state: 'ok', message: `sent by ${new URL(SMTP_URL).hostname}, from ${address}` };
}

function checkDatabase(environment: Environment): Diagnosis {
  const { DATABASE_URL, DATABASE_TOKEN } = environment;
  const subject = 'Database';
  const forgotten = findForgottenFile(environment);
  if (forgotten) return { subject, state: 'error', ...forgotten };
  if (!DATABASE_URL) return { subject, state: 'ok', message: 'DATABASE_URL is not set: a file in .data' };
  const protocol = toProtocol(DATABASE_URL);
  if (protocol === 'file:') return { subject, state: 'ok', message: `a file: ${DATABASE_URL.slice(5)}` };
  if (!/^(libsql|https?|wss?):$/.test(protocol)) {
    const remedy = 'Write it like libsql://blog-ada.turso.io, or file:.data/readers.db';
    return { subject, state: 'error', message: 'DATABASE_URL is not the address of a database.', remedy };
  }
  const { hostname } = new URL(DATABASE_URL);
  if (DATABASE_TOKEN) return { subject, state: 'ok', message: `at ${hostname}` };
  const remedy = 'Set DATABASE_TOKEN, unless the database lets everybody in.';
  return { subject, state: 'warning', message: `at ${hostname}, and DATABASE_TOKEN is not set`, remedy };
}

function toProtocol(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}
