import { Fragment, type ReactNode } from 'react';
import type { Author, Post } from '@/lib/content/types';
import { dayOf, daysBetween, formatDay, yearOf } from '@/lib/dates';
import { authorPath, tagPath } from '@/lib/urls';
import { languageAmong } from './direction';
import { formatMinutes } from './reading-time';
import { StateMark } from './state-mark';

/** A revision this many days after publication is told at the head of a post; a younger one in its colophon only. */
const REVISION_WORTH_TELLING = 30;

interface PostHeaderProps {
  post: Post;
  language: string;
  /** Id of the blog's own author, who is not named on each post. */
  siteAuthor?: string | undefined;
  /** True where the text is so old that parts of it may not hold any more. */
  isAged?: boolean;
  /** The image that stands between these and the text. */
  cover?: ReactNode;
}

/** Title, dek and the line of facts that open a post, and its cover. */
export function PostHeader({ post, language, siteAuthor, isAged = false, cover }: PostHeaderProps) {
  const own = languageAmong(language, post.lang);
  return (
    <header className="post-header">
      <h1 className="text-title">{post.title}</h1>
      {post.description && <p className="mt-3.75 text-dek text-ink-2 italic">{post.description}</p>}
      <p className="meta mt-3.75">
        <span className="meta-part" {...own}>
          <Dates post={post} language={language} />
          {formatMinutes(post.minutes)} <StateMark post={post} language={language} />
        </span>
        <Authors authors={namedAuthors(post.authors, siteAuthor)} own={own} />
        <Tags post={post} />
      </p>
      {isAged && (
        <p className="aged mt-3.75 text-meta text-ink-3 italic" {...own}>
          {post.updated ? 'Last revised' : 'Written'} in {yearOf(post.updated ?? post.date ?? '')}; parts may
          have aged.
        </p>
      )}
      {cover && <div className="post-cover">{cover}</div>}
    </header>
  );
}

function Dates({ post: { date, updated }, language }: { post: Post; language: string }) {
  if (!date) return null;
  const revised = updated && daysBetween(date, updated) > REVISION_WORTH_TELLING ? updated : undefined;
  return (
    <>
      <time dateTime={dayOf(date)}>{formatDay(date, language)}</time>
      {revised && (
        <>
          , revised <time dateTime={dayOf(revised)}>{formatDay(revised, language)}</time>
        </>
      )}
      {' · '}
    </>
  );
}

function Authors({ authors, own }: { authors: readonly Author[]; own: ReturnType<typeof languageAmong> }) {
  if (authors.length === 0) return null;
  return (
    <span className="meta-part" {...own}>
      {'by '}
      {authors.map((author, index) => (
        <Fragment key={author.id}>
          {index > 0 && (index === authors.length - 1 ? ' and ' : ', ')}
          {author.count > 0 ? <a href={authorPath(author.id)}>{author.name}</a> : author.name}
        </Fragment>
      ))}
    </span>
  );
}

function Tags({ post: { tags } }: { post: Post }) {
  if (tags.length === 0) return null;
  return (
    <span className="meta-part">
      {tags.map((tag, index) => (
        <Fragment key={tag.slug}>
          {index > 0 && ', '}
          {tag.count > 0 ? <a href={tagPath(tag.slug)}>{tag.label}</a> : tag.label}
        </Fragment>
      ))}
    </span>
  );
}

function namedAuthors(authors: readonly Author[], siteAuthor: string | undefined): readonly Author[] {
  const [only] = authors;
  const isHouse = authors.length === 1 && (siteAuthor === undefined || only?.id === siteAuthor);
  return isHouse ? [] : authors;
}
