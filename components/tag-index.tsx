import { Fragment } from 'react';
import { formatYear } from '@/lib/dates';
import { formatMessage, formatNumber, type Strings } from '@/lib/site/strings/messages';
import { inSection, postPath, tagPath } from '@/lib/urls';
import type { SubjectView, TagIndexView } from '@/lib/views/tag-index';

type TagIndexProps = Pick<TagIndexView, 'leading' | 'letters'> & { strings: Strings };

/** Fewer letters than this need no bar to jump by. */
const MIN_LETTERS = 6;

/** The subjects of the site as the index at the back of a book: by letter, each with the years of its posts. */
export function TagIndex({ leading, letters, strings }: TagIndexProps) {
  return (
    <>
      <MostUsed leading={leading} strings={strings} />
      {letters.length >= MIN_LETTERS && (
        <nav className="letter-bar" aria-label={formatMessage(strings, 'letters')}>
          {letters.map(({ letter }) => (
            <a key={letter} href={`#${letterId(letter)}`}>
              {letter}
            </a>
          ))}
        </nav>
      )}
      <div className="tag-index">
        {letters.map(({ letter, subjects }) => (
          <section key={letter} aria-labelledby={letterId(letter)}>
            <h2 id={letterId(letter)}>{letter}</h2>
            <ul>
              {subjects.map((subject) => (
                <li key={subject.slug}>
                  <a className="tag-index-subject" href={inSection(strings, tagPath(subject.slug))}>
                    {subject.label}
                  </a>
                  {subject.years.length === 0 ? (
                    `, ${formatMessage(strings, 'notes', { count: subject.count })}`
                  ) : (
                    <Years subject={subject} strings={strings} />
                  )}
                  <SeeAlso tags={subject.see} before="; " strings={strings} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

/** The subjects with most posts, most first: where a stranger to the blog begins. */
function MostUsed({ leading, strings }: Omit<TagIndexProps, 'letters'>) {
  if (leading.length === 0) return null;
  return (
    <section className="tag-use" aria-labelledby="most-used">
      <h2 id="most-used">{formatMessage(strings, 'popularSubjects')}</h2>
      <ol>
        {leading.map(({ slug, label, count }) => (
          <li key={slug}>
            <a href={inSection(strings, tagPath(slug))}>{label}</a> {formatNumber(count, strings.language)}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Related subjects, as an index names them. */
export function SeeAlso({
  tags,
  before = '',
  strings,
}: {
  tags: readonly { slug: string; label: string }[];
  before?: string;
  strings: Strings;
}) {
  if (tags.length === 0) return null;
  return (
    <span>
      {before}
      <i>{formatMessage(strings, 'seeAlso')}</i>{' '}
      {tags.map(({ slug, label }, index) => (
        <Fragment key={slug}>
          {index > 0 && ', '}
          <a href={inSection(strings, tagPath(slug))}>{label}</a>
        </Fragment>
      ))}
    </span>
  );
}

/** The years of a subject, each once: it leads to its note, or to all of them where there are several. */
function Years({ subject: { slug, label, years }, strings }: { subject: SubjectView; strings: Strings }) {
  const toName = (year: string) =>
    year === 'draft' ? formatMessage(strings, 'draft') : formatYear(year, strings.language);
  return years.map(({ year, count, post }) => (
    <span key={year}>
      ,{' '}
      <a
        href={post ? postPath(post.slug) : inSection(strings, tagPath(slug))}
        aria-label={`${toName(year)}, ${post ? post.title : `${label}: ${formatMessage(strings, 'notes', { count })}`}`}
      >
        {toName(year)}
      </a>
      {!post && `\u00a0(${formatNumber(count, strings.language)})`}
    </span>
  ));
}

function letterId(letter: string): string {
  return letter === '0–9' ? 'letter-figures' : `letter-${letter.toLowerCase()}`;
}
