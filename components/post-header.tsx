import { Fragment } from 'react';
import { dayOf, formatDay } from '@/lib/dates';
import { authorPath, tagPath } from '@/lib/urls';
import type { PostHeaderView } from '@/lib/views/post-header';
import { languageAmong } from './direction';
import { Picture } from './mdx/picture';
import { formatMinutes } from './reading-time';
import { StateMark } from './state-mark';

/** Title, dek and the line of facts that open a post, and its cover. */
export function PostHeader({ header }: { header: PostHeaderView }) {
  const { title, description, language, minutes, outdated, cover } = header;
  const own = languageAmong(language, header.lang);
  return (
    <header className="post-header">
      <h1 className="text-title">{title}</h1>
      {description && <p className="mt-3.75 text-dek text-ink-2 italic">{description}</p>}
      <p className="meta mt-3.75">
        <span className="meta-part" {...own}>
          <Dates {...header} />
          {formatMinutes(minutes)} <StateMark post={header} language={language} />
        </span>
        <Authors authors={header.authors} own={own} />
        <Tags tags={header.tags} />
      </p>
      {outdated && (
        <p className="outdated mt-3.75 text-meta text-ink-3 italic" {...own}>
          {outdated.isRevised ? 'Last revised' : 'Written'} in {outdated.year}; parts may be out of date.
        </p>
      )}
      {cover && (
        <div className="post-cover">
          {/* At the head of the page: fetched at once. */}
          <Picture loading="eager" fetchPriority="high" {...cover} />
        </div>
      )}
    </header>
  );
}

function Dates({ date, revised, language }: PostHeaderView) {
  if (!date) return null;
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

function Authors({
  authors,
  own,
}: Pick<PostHeaderView, 'authors'> & { own: ReturnType<typeof languageAmong> }) {
  if (authors.length === 0) return null;
  return (
    <span className="meta-part" {...own}>
      {'by '}
      {authors.map((author, index) => (
        <Fragment key={author.id}>
          {index > 0 && (index === authors.length - 1 ? ' and ' : ', ')}
          {author.hasPage ? <a href={authorPath(author.id)}>{author.name}</a> : author.name}
        </Fragment>
      ))}
    </span>
  );
}

function Tags({ tags }: Pick<PostHeaderView, 'tags'>) {
  if (tags.length === 0) return null;
  return (
    <span className="meta-part">
      {tags.map((tag, index) => (
        <Fragment key={tag.slug}>
          {index > 0 && ', '}
          {tag.hasPage ? <a href={tagPath(tag.slug)}>{tag.label}</a> : tag.label}
        </Fragment>
      ))}
    </span>
  );
}
