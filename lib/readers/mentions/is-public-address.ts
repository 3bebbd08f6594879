import ipaddr from 'ipaddr.js';

/** What the Internet at large has of IPv6; all the rest is local, reserved, or leads somewhere else. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** In public ranges by their numbers, and answered by a host for its own machines: metadata of Azure. */
const DENIED = ['168.63.129.16'];

/**
 * Whether an address of the network is one that everybody can reach: not of this machine or its network, not of the metadata of a
 * host, not multicast, not reserved; nor an IPv6 address that stands for such a one of IPv4.
 */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%') || !ipaddr.isValid(address)) return false;
  // An IPv4 address inside one of IPv6 is judged as what it is.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || DENIED.includes(parsed.toString())) return false;
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(GLOBAL_IPV6);
}
