import { setTimeout as sleep } from 'node:timers/promises';

/** By address: what is wrong with it, in words that follow "The link …"; empty where it works. */
export type Answers = Map<string, string>;

export interface ProbeOptions {
  /** Who asks, sent to the servers that are asked. */
  readonly siteUrl: string;
  /** Milliseconds an answer may take. Absent: 10 seconds. */
  readonly timeout?: number;
  /** Milliseconds between two questions to one host. Absent: one second. */
  readonly pause?: number;
  /** Hosts asked at the same time. Absent: 8. */
  readonly hosts?: number;
}

/**
 * Asks servers whether addresses still work: each host one question at a time, `HEAD` first and `GET` where that is
 * refused. A server that cannot be reached or is busy now is not held against a link for long: such answers are left out.
 */
export async function probeLinks(
  urls: readonly string[],
  { siteUrl, timeout = 10_000, pause = 1000, hosts = 8 }: ProbeOptions,
): Promise<Answers> {
  const answers: Answers = new Map();
  const queues = groupByHost(urls);
  const work = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const [index, url] of queue.entries()) {
        if (index > 0) await sleep(pause);
        answers.set(url, await probe(url, siteUrl, timeout));
      }
    }
  };
  await Promise.all(Array.from({ length: hosts }, work));
  return answers;
}

function groupByHost(urls: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const url of urls) {
    const { host } = new URL(url);
    groups.set(host, [...(groups.get(host) ?? []), url]);
  }
  return [...groups.values()];
}

/** Answers to `HEAD` that say more about the server than about the address. */
const ASK_AGAIN = [400, 403, 404, 405, 406, 429, 500, 501, 503];
/** The server is there but does not talk to programs, or not now: no reason to doubt the link. */
const RESERVED = [401, 402, 403, 406, 407, 418, 429, 451, 503, 999];

async function probe(url: string, siteUrl: string, timeout: number): Promise<string> {
  try {
    const first = await ask('HEAD', url, siteUrl, timeout);
    const status = ASK_AGAIN.includes(first) ? await ask('GET', url, siteUrl, timeout) : first;
    return status < 400 || RESERVED.includes(status) ? '' : `is answered with ${status}`;
  } catch (error) {
    return describeFailure(error, timeout);
  }
}

async function ask(method: 'HEAD' | 'GET', url: string, siteUrl: string, timeout: number): Promise<number> {
  const headers = { 'User-Agent': `colophon-link-check/1 (+${siteUrl})`, Accept: '*/*' };
  const response = await fetch(url, { method, headers, signal: AbortSignal.timeout(timeout) });
  await response.body?.cancel();
  return response.status;
}

function describeFailure(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `was not answered within ${timeout / 1000} seconds`;
  }
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return `cannot be reached (${cause?.code ?? cause?.message ?? String(error)})`;
}
