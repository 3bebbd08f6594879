import { formatDay } from '@/lib/dates';
import { formatMessage, type Strings, splitList } from '@/lib/site/strings/messages';
import type { CitationView } from '@/lib/views/citation';
import { languageAmong } from './direction';

interface CitationProps {
  citation: CitationView | undefined;
  /** BCP 47 language of the post, where it is not the site's. */
  lang: string | undefined;
  strings: Strings;
}

/** How to cite a post, folded: in words, and as an entry for a bibliography. */
export function Citation({ citation, lang, strings }: CitationProps) {
  if (!citation) return null;
  const { title, authors, date, site, url, bibtex } = citation;
  const { language } = strings;
  const by = splitList(authors.length, language).map((part) =>
    typeof part === 'number' ? authors[part] : part,
  );
  return (
    <details className="aside-list citation" {...languageAmong(language, lang)}>
      <summary>{formatMessage(strings, 'citePost')}</summary>
      <p>
        {authors.length > 0 && `${by.join('')}. `}
        <cite lang={lang}>{title}</cite>. {site}, {formatDay(date, language)}. {url}
      </p>
      <pre dir="ltr">{bibtex}</pre>
    </details>
  );
}
