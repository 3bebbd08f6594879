import { sign } from './signature';

/** Of this machine and of networks that proxies share with it. */
const PRIVATE = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd][\da-f]{2}:|fe80:)/i;

/** As a server that listens on IPv6 too writes an address of IPv4 (RFC 4291, 2.5.5.2). */
const MAPPED = /^::ffff:(?=[\d.]+$)/i;

/**
 * Who sends a request, in a form that says nothing of them and is another one each day, as `salt` is (`getDaySalt`). `X-Forwarded-For` is read from its end, which
 * our own server or the host wrote: what comes before it anybody can claim.
 */
export function toClientAddress(headers: Headers, salt: string): string {
  return sign(salt, 'address', toNetwork(findClientAddress(headers))).slice(0, 22);
}

/** The address itself, which is not to be kept; empty where nobody wrote it down. */
export function findClientAddress(headers: Headers): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim().replace(MAPPED, ''));
  return hops.reverse().find((hop) => hop !== '' && !PRIVATE.test(hop)) ?? hops[0] ?? '';
}

/** Of IPv6 whoever has one address has the whole network of it (RFC 6177). */
function toNetwork(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}
