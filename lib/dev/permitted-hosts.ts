/** Names of this computer and of those around it, which no web site can point at it: loopback, addresses and mDNS. */
const OWN = ['localhost', '.+\\.localhost', '.+\\.local', '\\d+\\.\\d+\\.\\d+\\.\\d+', '\\[.*'];

/**
 * A pattern of the hosts that `next dev` answers, without their ports: this computer, and those that `DEV_HOSTS` names with
 * commas between them. A web site whose name is made to lead here (DNS rebinding) could read drafts otherwise.
 */
export function getPermittedHosts(named = process.env.DEV_HOSTS ?? ''): string {
  const others = named
    .split(',')
    .map((host) => host.trim().toLowerCase().replace(/:\d+$/, ''))
    .filter((host) => host !== '')
    .map((host) => host.replace(/[^a-z\d-]/g, '\\$&'));
  return `(?:${[...OWN, ...others].join('|')})`;
}
