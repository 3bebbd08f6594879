import type { Metadata } from 'next';
import { toPostCard } from '../cards/card-files';
import { findNeighbours } from '../content/arrange';
import type { ContentIndex } from '../content/content-index';
import { findRelated } from '../content/related';
import { getSectionOf } from '../content/sections';
import { getSeries } from '../content/series';
import { listSpecimenPages } from '../content/specimen-page';
import { getLanguage, getTranslations } from '../content/translations';
import type { Post } from '../content/types';
import { getBodyKey } from '../markdown/render/body-key';
import { toEditUrl, toReportUrl } from '../site/repository-links';
import type { Site } from '../site/site';
import { formatMessage, getOwnName } from '../site/strings/messages';
import { buildPostGraph, formatGraph } from '../syndication/structured-data';
import { absoluteUrl, feedPath, inSection, markdownPath, pagePath, postPath } from '../urls';
import { viewByMail } from './by-mail';
import { type CitationView, viewCitation } from './citation';
import { type CommentsView, viewComments } from './comments';
import {
  type AuthorLinkView,
  type EntryView,
  type TagLinkView,
  toAuthorLinkView,
  toEntryView,
  toTagLinkView,
} from './entry-view';
import { type MentionsView, viewMentions } from './mentions';
import { viewPart } from './part';
import { findVariants, viewCover } from './pictures';
import { type PostHeaderView, viewPostHeader } from './post-header';
import { toPostMetadata } from './post-metadata';
import { type ReadView, viewRead } from './read';
import { type ThanksView, viewThanks } from './thanks';

const RELATED_POSTS = 3;

/** How a post came about. */
export interface PostColophonView extends Pick<Post, 'date' | 'updated' | 'words' | 'minutes' | 'lang'> {
  readonly language: string;
  readonly fonts?: Site['fonts'];
  /** True where a style sheet of the blog's own names the fonts. */
  readonly hasOwnFonts?: true;
  readonly authors: readonly AuthorLinkView[];
  readonly tags: readonly TagLinkView[];
  readonly links: readonly PostLink[];
}

/** A link below a post. */
export interface PostLink {
  readonly label: string;
  readonly href: string;
  /** Media type, where it is not that of a page. */
  readonly type?: string;
  /** BCP 47, where what it leads to is in another language than the site. */
  readonly lang?: string;
}

export interface PostView {
  readonly metadata: Metadata;
  readonly slug: string;
  readonly title: string;
  /** BCP 47, where it is not the site's. */
  readonly lang?: string;
  readonly header: PostHeaderView;
  /** Changes after publication, newest first. */
  readonly revisions?: Post['revisions'];
  readonly colophon: PostColophonView;
  readonly citation?: CitationView;
  readonly series?: { readonly name: string; readonly slug: string; readonly posts: readonly EntryView[] };
  readonly earlier?: EntryView;
  readonly later?: EntryView;
  /** Absent where readers cannot answer. */
  readonly comments?: CommentsView;
  /** Absent where readers cannot say thanks. */
  readonly thanks?: ThanksView;
  /** Absent where it is not counted who reads to the end. */
  readonly read?: ReadView;
  /** Absent where other sites cannot answer. */
  readonly mentions?: MentionsView;
  /** The section whose new posts readers can have by mail; absent where they cannot. */
  readonly byMail?: string;
  /** Key of what the blog writes after each post. */
  readonly after?: string;
  readonly related: readonly EntryView[];
  /** JSON-LD. */
  readonly graph: string;
  /** Key of the rendered text. */
  readonly body: string;
}

/** The view of a post, as the section of its language shows it; undefined where there is none. */
export async function viewPost(whole: ContentIndex, slug: string): Promise<PostView | undefined> {
  const post = whole.postsBySlug.get(slug);
  if (!post) return undefined;
  const index = getSectionOf(whole, post);
  const { site, posts } = index;
  const { title, lang } = post;
  const image = absoluteUrl(site.url, (await toPostCard(post, index)).path);
  const citation = viewCitation(post, index);
  const series = getSeries(index, post);
  const { earlier, later } = findNeighbours(posts, post);
  const comments = viewComments(post, index);
  const thanks = viewThanks(post, index);
  const read = viewRead(post, index);
  const byMail = viewByMail(index)?.section;
  const mentions = viewMentions(post, index);
  const after = await viewPart(index, 'after-post');
  return {
    metadata: await toPostMetadata(post, index),
    ...{ slug, title },
    ...(lang !== undefined && lang !== site.language && { lang }),
    header: viewPostHeader(post, index, await viewCover(post, { findVariants })),
    ...(post.revisions.length > 0 && { revisions: post.revisions }),
    colophon: viewColophon(post, index),
    ...(citation && { citation }),
    ...(series && {
      series: { name: series.name, slug: series.slug, posts: series.posts.map(toEntryView) },
    }),
    ...(earlier && { earlier: toEntryView(earlier) }),
    ...(later && { later: toEntryView(later) }),
    ...(comments && { comments }),
    ...(thanks && { thanks }),
    ...(read && { read }),
    ...(mentions && { mentions }),
    ...(byMail !== undefined && { byMail }),
    ...(after !== undefined && { after }),
    related: findRelated(index, post, RELATED_POSTS).map(toEntryView),
    graph: formatGraph(buildPostGraph(post, index, image)),
    body: await getBodyKey(post, index),
  };
}

function viewColophon(post: Post, index: ContentIndex): PostColophonView {
  const { site, strings, files } = index;
  const { date, updated, words, minutes, lang, authors, tags } = post;
  const report = toReportUrl(post, site);
  return {
    ...{ words, minutes, language: site.language },
    ...(date !== undefined && { date }),
    ...(updated !== undefined && { updated }),
    ...(lang !== undefined && { lang }),
    ...(site.fonts && { fonts: site.fonts }),
    ...(/--font-(serif|mono)\s*:/.test(files.style?.source ?? '') && { hasOwnFonts: true }),
    authors: authors.map(toAuthorLinkView),
    tags: tags.map((tag) => toTagLinkView(tag, index)),
    links: [
      ...(site.repository
        ? [{ label: formatMessage(strings, 'editPage'), href: toEditUrl(post, site.repository) }]
        : []),
      ...(report === undefined ? [] : [{ label: formatMessage(strings, 'reportMistake'), href: report }]),
      ...getTranslations(index, post).flatMap((other) =>
        other === post ? [] : toTranslationLink(other, index),
      ),
      { label: formatMessage(strings, 'viewMarkdown'), href: markdownPath(post.slug), type: 'text/markdown' },
      { label: formatMessage(strings, 'feed'), href: inSection(strings, feedPath) },
      ...listSpecimenPages(index).map((slug) => ({
        label: formatMessage(strings, 'colophon'),
        href: pagePath(slug),
      })),
    ],
  };
}

function toTranslationLink(post: Post, index: ContentIndex): PostLink {
  const code = getLanguage(index, post);
  return { label: getOwnName(code), href: postPath(post.slug), lang: code };
}
