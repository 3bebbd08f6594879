interface ContentsHeading {
  /** 2 for an h2. */
  readonly depth: number;
  readonly id: string;
  readonly text: string;
}

interface Section extends ContentsHeading {
  readonly parts: readonly ContentsHeading[];
}

/** Fewer sections than this need no table of contents. */
const FEWEST_SECTIONS = 3;

/** The contents of a post: a column that stays in view on wide screens, folded above the text on others. */
export function Contents({ headings }: { headings: readonly ContentsHeading[] }) {
  const sections = toSections(headings);
  if (sections.length < FEWEST_SECTIONS) return null;
  return (
    <div className="post-contents">
      <nav className="contents-column" aria-label="Contents">
        <SectionList sections={sections} />
      </nav>
      <details className="contents-fold">
        <summary>Contents</summary>
        <nav aria-label="Contents">
          <SectionList sections={sections} />
        </nav>
      </details>
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
