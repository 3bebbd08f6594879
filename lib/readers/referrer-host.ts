/** A name of the network with a dot in it, and no address: no machine of somebody's own. */
const HOST = /^(?=.{4,100}$)(?!.*\.\d+$)[a-z\d_-]+(\.[a-z\d_-]+)+$/;

/** The host that led to a post as it is counted; undefined for what is none, and for the site itself. */
export function toReferrerHost(text: string, ownHosts: readonly string[]): string | undefined {
  const host = toName(text);
  return HOST.test(host) && !ownHosts.map(toName).includes(host) ? host : undefined;
}

function toName(host: string): string {
  return host
    .trim()
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '');
}
