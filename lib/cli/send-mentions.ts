import { outlineBodies } from '../checks/read-bodies';
import type { ContentIndex } from '../content/content-index';
import { loadContent } from '../content/posts';
import { type LinkingPost, planMentions, toPostDigest } from '../readers/mentions/plan-mentions';
import { type Reported, reportLinks } from '../readers/mentions/report-links';
import { forgetSent, keepSent, listSent } from '../readers/mentions/store-sent';
import { getReadersPart } from '../readers/readers-part';
import { absoluteUrl, postPath } from '../urls';
import { EXIT, type Terminal, writeError, writeLine } from './terminal';
import { toLine } from './to-line';

export interface SendChoices {
  /** Sends; without it what would be sent is listed. */
  readonly isReal: boolean;
  /** Sends what there is when nothing was sent before, too. */
  readonly all: boolean;
  /** Takes all there is as sent. */
  readonly mark: boolean;
}

/** Reports the links of posts that are new, changed or gone since the last time to the sites they lead to. */
export async function sendMentions({ isReal, all, mark }: SendChoices, terminal: Terminal): Promise<number> {
  const index = loadContent('public');
  const { store } = await getReadersPart();
  const records = await listSent(store);
  const { planned, outdated } = planMentions(await listLinkingPosts(index), records);
  if (mark) {
    const lost = planned.filter(({ reason }) => reason === 'removed' || reason === 'gone');
    const present = planned.filter((link) => !lost.includes(link));
    await keepSent(
      store,
      present.map(({ reason: _, ...link }) => ({ ...link, state: 'skipped' })),
    );
    await forgetSent(store, [...lost, ...outdated]);
    writeError(terminal, `${planned.length} links are taken as sent.`);
    return EXIT.done;
  }
  if (isReal && records.length === 0 && planned.length > 0 && !all) {
    writeError(terminal, toFirstTime(planned.length));
    return EXIT.failed;
  }
  const reported = await reportLinks(store, planned, {
    ...{ siteUrl: index.site.url, isReal },
    report: (line) => writeLine(terminal, toLine(line)),
  });
  if (isReal) await forgetSent(store, outdated);
  writeError(terminal, describe(reported, isReal));
  return EXIT.done;
}

function toFirstTime(count: number): string {
  return (
    `Nothing was sent with this database before, and ${count} links would be now. Send them with --all, or let --mark take all there ` +
    'is as sent, so that only what is written from now on will be.'
  );
}

function describe({ sent, none, failed, away, ready, offline }: Reported, isReal: boolean): string {
  if (!isReal) {
    const rest = `${none} take no mentions, ${away} cannot be reached`;
    return `${ready} would be sent, ${rest}. Nothing was sent: --really sends.`;
  }
  return `${sent} sent, ${none} take no mentions, ${failed} refused, ${away} for the next time, ${offline} not online yet.`;
}

/** The posts of lists, with their links to other sites. */
async function listLinkingPosts(index: ContentIndex): Promise<LinkingPost[]> {
  const { site } = index;
  // Of all languages; one that only those know who have its address is not made known.
  const posts = [...index.postsBySlug.values()].filter(({ state }) => state === 'published');
  const bodies = await outlineBodies(posts, index, index);
  return posts.map((post) => {
    const references = bodies.get(post.file)?.body.references ?? [];
    return {
      ...{ id: post.id, url: absoluteUrl(site.url, postPath(post.slug)), digest: toPostDigest(post) },
      links: references.flatMap(({ kind, url }) =>
        kind === 'link' && isForeign(url, site.url) ? [url] : [],
      ),
    };
  });
}

function isForeign(url: string, siteUrl: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url) && new URL(url).host !== new URL(siteUrl).host;
}
