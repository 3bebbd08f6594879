import type { Metadata } from 'next';
import { groupByYear } from '../content/arrange';
import type { ContentIndex } from '../content/content-index';
import { getPortrait } from '../markdown/media/portraits';
import type { Ornament } from '../site/ornament/families';
import { formatMessage } from '../site/strings/messages';
import { buildAuthorGraph, formatGraph } from '../syndication/structured-data';
import { authorPath } from '../urls';
import { toEntryView, type YearView } from './entry-view';
import { toCreator, toMetadata } from './metadata';
import { viewOrnament } from './ornament';
import { findVariants, type PictureView, viewPicture } from './pictures';

export interface AuthorView {
  readonly metadata: Metadata;
  readonly id: string;
  readonly name: string;
  readonly bio?: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly portrait?: PictureView;
  readonly ornament?: Ornament;
  /** Of all their posts. */
  readonly count: number;
  readonly years: readonly YearView[];
  /** JSON-LD. */
  readonly graph: string;
}

/** The view of an author's page; undefined where there is none. */
export async function viewAuthor(index: ContentIndex, id: string): Promise<AuthorView | undefined> {
  const { authors, site, strings, root } = index;
  const entry = authors.get(id);
  if (!entry) return undefined;
  const { author, posts } = entry;
  const { name, bio, url, email } = author;
  const path = authorPath(id);
  const media = await getPortrait(author, root);
  return {
    metadata: {
      ...toCreator([author]),
      ...toMetadata(index, {
        title: name,
        description: bio ?? formatMessage(strings, 'notesBy', { name, site: site.title }),
        canonical: path,
        list: { path, title: name },
      }),
    },
    ...{ id, name },
    ...(bio && { bio }),
    links: [
      ...(url ? [{ label: formatMessage(strings, 'website'), url }] : []),
      ...(email ? [{ label: email, url: `mailto:${email}` }] : []),
      ...author.links,
    ],
    ...(media && {
      portrait: await viewPicture(media, formatMessage(strings, 'portraitOf', { name }), { findVariants }),
    }),
    ...viewOrnament(id, site),
    count: posts.length,
    years: groupByYear(posts.map(toEntryView)),
    graph: formatGraph(buildAuthorGraph(author, index)),
  };
}
