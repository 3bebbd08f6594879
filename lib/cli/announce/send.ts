/** Addresses that IndexNow takes in one request. */
const MAX_URLS = 10_000;

/** A service that does not answer for so long has no news for us. Milliseconds. */
const MAX_WAIT = 20_000;

export interface IndexNowSettings {
  readonly key: string;
  readonly endpoint: string;
}

/** Notifies search engines of pages (indexnow.org), absolute URLs. Throws where they are refused. */
export async function sendIndexNow(
  { key, endpoint }: IndexNowSettings,
  site: string,
  urls: readonly string[],
): Promise<void> {
  for (let at = 0; at < urls.length; at += MAX_URLS) {
    const body = {
      host: new URL(site).host,
      key,
      keyLocation: `${site}/${key}.txt`,
      urlList: urls.slice(at, at + MAX_URLS),
    };
    await post(endpoint, 'application/json; charset=utf-8', JSON.stringify(body));
  }
}

/** Notifies a hub of WebSub of feeds that changed, absolute URLs. Throws where it refuses. */
export async function sendWebSub(hub: string, feeds: readonly string[]): Promise<void> {
  for (const feed of feeds) {
    const fields = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed, 'hub.topic': feed });
    await post(hub, 'application/x-www-form-urlencoded', fields.toString());
  }
}

async function post(url: string, type: string, body: string): Promise<void> {
  const { host } = new URL(url);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': type, 'User-Agent': 'Colophon' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(MAX_WAIT),
  }).catch(() => {
    throw new Error(`${host} did not answer. Run the command again later.`);
  });
  await answer.arrayBuffer().catch(() => undefined);
  if (!answer.ok) throw new Error(`${host} answered ${answer.status}${REASONS[answer.status] ?? ''}`);
}

/** What IndexNow means by it. */
const REASONS: Readonly<Record<number, string>> = {
  403: ': the key is not valid. Does its file answer at the address of the site?',
  422: ': the addresses do not belong to the site, or the key does not fit.',
  429: ': too many requests. Run the command again later.',
};
