import { toFeedOrnament } from '../cards/card-files';
import type { ContentIndex } from '../content/content-index';
import type { Post } from '../content/types';
import { getLeadImage } from '../markdown/media/lead-image';
import { mediaTypeOf } from '../markdown/media/media-type';
import { getBodyKey } from '../markdown/render/body-key';
import { formatMessage, pickMessages } from '../site/strings/messages';
import type { Enclosure, Feed, FeedPost } from '../syndication/feed';
import { authorPath, homePath, inSection, tagPath } from '../urls';

/** Which posts a feed carries: those of the site, of a tag by its slug, or of an author by their id. */
export type FeedList = { readonly tag: string } | { readonly author: string } | 'site';

export interface FeedView extends Omit<Feed, 'entries'> {
  readonly entries: readonly {
    readonly post: FeedPost;
    readonly image?: Enclosure;
    /** Path of the image of its ornament. */
    readonly ornament?: string;
    /** Key of the rendered text. */
    readonly body: string;
  }[];
}

/** The view of a feed, the same for each format; undefined where there is no such list. */
export async function viewFeed(index: ContentIndex, list: FeedList): Promise<FeedView | undefined> {
  const found = findList(index, list);
  if (!found) return undefined;
  const { posts, ...facts } = found;
  const { url, title, id, language, timeZone, rights, announce, postsInFeed } = index.site;
  const latest = posts.filter(({ state }) => state === 'published').slice(0, postsInFeed);
  // The other feeds together carry nearly every post, and each image is one more file of a build.
  const hasOrnaments = list === 'site';
  return {
    site: {
      ...{ url, title, language, timeZone },
      ...(id !== undefined && { id }),
      ...(rights && { rights }),
      ...(announce?.webSub && { announce: { webSub: announce.webSub } }),
    },
    ...facts,
    page: { language, messages: pickMessages(index.strings.messages, ['feedPage', 'pageOnly']) },
    entries: await Promise.all(latest.map((post) => toEntry(post, index, hasOrnaments))),
  };
}

type Facts = Omit<Feed, 'entries' | 'site' | 'page'> & { readonly posts: readonly Post[] };

function findList({ site, strings, posts, tags, authors }: ContentIndex, list: FeedList): Facts | undefined {
  if (list === 'site') {
    const author = site.author === undefined ? undefined : authors.get(site.author)?.author;
    const { title, description } = site;
    const home = inSection(strings, homePath);
    return {
      ...{ posts, list: home.slice(1), title, description, home },
      ...(author && { author: toName(author) }),
    };
  }
  if ('tag' in list) {
    const entry = tags.get(list.tag);
    if (!entry) return undefined;
    const {
      label,
      description = formatMessage(strings, 'feedOfSubject', { subject: label, site: site.title }),
    } = entry.tag;
    const title = `${label} · ${site.title}`;
    return {
      posts: entry.posts,
      list: inSection(strings, `/tags/${list.tag}`).slice(1),
      title,
      description,
      home: inSection(strings, tagPath(list.tag)),
    };
  }
  const entry = authors.get(list.author);
  if (!entry) return undefined;
  const { author } = entry;
  return {
    posts: entry.posts,
    list: `authors/${author.id}`,
    title: `${author.name} · ${site.title}`,
    description:
      author.bio ?? formatMessage(strings, 'feedOfAuthor', { name: author.name, site: site.title }),
    home: authorPath(author.id),
    author: toName(author),
  };
}

async function toEntry(
  post: Post,
  index: ContentIndex,
  hasOrnament: boolean,
): Promise<FeedView['entries'][number]> {
  const image = await getLeadImage(post, index);
  const ornament = hasOrnament ? await toFeedOrnament(post, index) : undefined;
  return {
    post: toFeedPost(post),
    ...(image && { image: { path: image.path, bytes: image.bytes, type: mediaTypeOf(image.name) } }),
    ...(ornament && { ornament: ornament.path }),
    body: await getBodyKey(post, index),
  };
}

function toFeedPost({ slug, id, title, description, date, updated, lang, authors, tags }: Post): FeedPost {
  return {
    ...{ slug, id, title, description },
    ...(date !== undefined && { date }),
    ...(updated !== undefined && { updated }),
    ...(lang !== undefined && { lang }),
    authors: authors.map(toName),
    tags: tags.map(({ slug, label }) => ({ slug, label })),
  };
}

function toName({ id, name, url }: Post['authors'][number]) {
  return { id, name, ...(url !== undefined && { url }) };
}
