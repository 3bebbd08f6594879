import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import type { SectionLink } from '@/lib/views/frame';

interface SectionSwitchProps {
  sections: readonly SectionLink[];
  strings: Strings;
}

/** Links to the home pages of the other sections, each by the name that its language has in itself; several fold. */
export function SectionSwitch({ sections, strings }: SectionSwitchProps) {
  const others = sections.filter(({ language }) => language !== strings.language);
  const links = others.map(({ language, label, href }) => (
    <li key={language}>
      <a href={href} lang={language} hrefLang={language}>
        {label}
      </a>
    </li>
  ));
  const own = sections.find(({ language }) => language === strings.language);
  return (
    <nav aria-label={formatMessage(strings, 'languages')}>
      {others.length === 1 ? (
        <ul>{links}</ul>
      ) : (
        <details className="site-group" name="site-group">
          <summary>{own?.label}</summary>
          <ul>{links}</ul>
        </details>
      )}
    </nav>
  );
}
