import type { Diagnosis } from './diagnosis';

const REMEDY = "Set the address that readers use in content/site.ts: url: 'https://blog.example.com'.";

/** Whether the address of the settings can be the one that readers use. */
export function checkAddress(address: string): Diagnosis {
  const subject = 'Address';
  const { protocol, hostname } = new URL(address);
  if (/^(localhost$|127\.|0\.0\.0\.0|\[::1?\])/.test(hostname)) {
    const message = `Canonical links, feeds and the sitemap lead to ${address}, which readers cannot reach.`;
    return { subject, state: 'warning', message, remedy: REMEDY };
  }
  if (/(^|\.)(example(\.com|\.net|\.org)?|test|invalid)$/.test(hostname)) {
    const message = `The address ${address} is one of an example.`;
    return { subject, state: 'warning', message, remedy: REMEDY };
  }
  if (protocol === 'http:') {
    const message = `The address ${address} is not encrypted: browsers call such a site insecure.`;
    return { subject, state: 'warning', message, remedy: 'Set it with https:// in content/site.ts.' };
  }
  return { subject, state: 'ok', message: address };
}
