/**
 * What is known of a mail that was not sent: `bounced` the server takes none for this address, now or ever; `later` it did not take this
 * one; `stopped` it took it not, and will not take the others; `unknown` it may have it.
 */
export type MailFault = 'bounced' | 'later' | 'stopped' | 'unknown';

interface SmtpError {
  /** What the server answered (RFC 5321). */
  readonly responseCode?: number;
  readonly response?: string;
  /** To which command. */
  readonly command?: string;
  readonly code?: string;
}

/** Codes of what goes wrong before a mail is given to a server. */
const BEFORE = ['EAUTH', 'ENOAUTH', 'EDNS', 'ETLS', 'EREQUIRETLS', 'EPROXY'];

export function toMailFault(error: unknown): MailFault {
  const { responseCode = 0, response = '', command = '', code = '' } = (error ?? {}) as SmtpError;
  if (responseCode < 400) return BEFORE.includes(code) ? 'stopped' : 'unknown';
  // 421: it closes, which is an answer as well. What it was given before it did not take.
  if (responseCode === 421 || OF_SENDER.test(response)) return 'stopped';
  if (responseCode >= 500 && command === 'RCPT TO') return 'bounced';
  return command === 'RCPT TO' || command === 'DATA' ? 'later' : 'stopped';
}

/** A server that does not know who sends refuses recipients too, each of them. */
const OF_SENDER = /relay|authenticat/i;
