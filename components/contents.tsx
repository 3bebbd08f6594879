import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface ContentsHeading {
  /** 2 for an h2. */
  readonly depth: number;
  readonly id: string;
  readonly text: string;
}

interface Section extends ContentsHeading {
  readonly parts: readonly ContentsHeading[];
}

interface ContentsProps {
  headings: readonly ContentsHeading[];
  strings: Strings;
}

/** Fewer sections than this need no table of contents. */
const MIN_SECTIONS = 3;

/**
 * The contents of a post: folded above the text, and on wide screens a column that stays in view. One list serves both:
 * there the style sheet shows what is folded.
 */
export function Contents({ headings, strings }: ContentsProps) {
  const sections = toSections(headings);
  if (sections.length < MIN_SECTIONS) return null;
  const name = formatMessage(strings, 'contents');
  return (
    <div className="post-contents">
      <nav aria-label={name}>
        <details>
          <summary>{name}</summary>
          <SectionList sections={sections} />
        </details>
      </nav>
    </div>
  );
}

function SectionList({ sections }: { sections: readonly Section[] }) {
  return (
    <ol>
      {sections.map((section) => (
        <li key={section.id}>
          <a href={`#${section.id}`}>{section.text}</a>
          {section.parts.length > 0 && (
            <ol>
              {section.parts.map((part) => (
                <li key={part.id}>
                  <a href={`#${part.id}`}>{part.text}</a>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}

function toSections(headings: readonly ContentsHeading[]): Section[] {
  const sections: (Section & { parts: ContentsHeading[] })[] = [];
  for (const heading of headings) {
    if (heading.depth === 2) sections.push({ ...heading, parts: [] });
    else if (heading.depth === 3) sections.at(-1)?.parts.push(heading);
  }
  return sections;
}
