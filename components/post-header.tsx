import { Fragment } from 'react';
import { dayOf, formatDay, formatYear } from '@/lib/dates';
import { formatMinutes, type Strings } from '@/lib/site/strings/messages';
import { authorPath, inSection, tagPath } from '@/lib/urls';
import type { PostHeaderView } from '@/lib/views/post-header';
import { languageAmong } from './direction';
import { Picture } from './mdx/picture';
import { Message, MessageList } from './message';
import { Ornament } from './ornament';
import { StateMark } from './state-mark';

/** Title, dek and the line of facts that open a post, and its cover. */
export function PostHeader({ header, strings }: { header: PostHeaderView; strings: Strings }) {
  const { title, description, language, minutes, outdated, cover, ornament } = header;
  const own = languageAmong(language, header.lang);
  return (
    <header className="post-header">
      {ornament && <Ornament ornament={ornament} />}
      <h1 className="text-title">{title}</h1>
      {description && <p className="mt-3.75 text-dek text-ink-2 italic">{description}</p>}
      <p className="meta mt-3.75">
        <span className="meta-part" {...own}>
          <Dates {...header} strings={strings} />
          {formatMinutes(minutes, language)} <StateMark post={header} strings={strings} />
        </span>
        <Authors authors={header.authors} own={own} strings={strings} />
        <Tags tags={header.tags} strings={strings} />
      </p>
      {outdated && (
        <p className="outdated mt-3.75 text-meta text-ink-3 italic" {...own}>
          <Message
            strings={strings}
            name={outdated.isRevised ? 'revisedIn' : 'writtenIn'}
            values={{ year: formatYear(outdated.year, language) }}
          />
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

function Dates({ date, revised, language, strings }: PostHeaderView & { strings: Strings }) {
  if (!date) return null;
  return (
    <>
      <time dateTime={dayOf(date)}>{formatDay(date, language)}</time>
      {revised && (
        <>
          {', '}
          <Message
            strings={strings}
            name="revised"
            values={{ date: <time dateTime={dayOf(revised)}>{formatDay(revised, language)}</time> }}
          />
        </>
      )}
      {'\u00a0· '}
    </>
  );
}

function Authors({
  authors,
  own,
  strings,
}: Pick<PostHeaderView, 'authors'> & { own: ReturnType<typeof languageAmong>; strings: Strings }) {
  if (authors.length === 0) return null;
  return (
    <span className="meta-part" {...own}>
      <Message
        strings={strings}
        name="by"
        values={{ authors: <MessageList items={authors.map(toName)} language={strings.language} /> }}
      />
    </span>
  );
}

function toName({ id, name, hasPage }: PostHeaderView['authors'][number]) {
  return hasPage ? (
    <a key={id} href={authorPath(id)}>
      {name}
    </a>
  ) : (
    name
  );
}

function Tags({ tags, strings }: Pick<PostHeaderView, 'tags'> & { strings: Strings }) {
  if (tags.length === 0) return null;
  return (
    <span className="meta-part">
      {tags.map((tag, index) => (
        <Fragment key={tag.slug}>
          {index > 0 && ', '}
          {tag.hasPage ? <a href={inSection(strings, tagPath(tag.slug))}>{tag.label}</a> : tag.label}
        </Fragment>
      ))}
    </span>
  );
}
