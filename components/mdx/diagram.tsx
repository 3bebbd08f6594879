import { formatMessage, type Strings } from '@/lib/site/strings/messages';

interface DiagramProps {
  /** The inside of an `svg` element, colours as classes. */
  html: string;
  /** CSS pixels, where letters have 16. */
  width: number;
  height: number;
  /** What the diagram shows, for those who cannot see it. */
  alt: string;
  caption?: string;
  id?: string;
  strings: Strings;
}

/** Up to this width the letters of a diagram can still be read when it is as narrow as a phone. CSS pixels. */
const FITTING = 464;

/** A drawing made at build time, in the colours and the type of the page; a wide one scrolls. */
export function Diagram({ html, width, height, alt, caption, id, strings }: DiagramProps) {
  const name = formatMessage(strings, 'diagram');
  return (
    <figure id={id} className="figure diagram">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups the parts of a form. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable to be scrolled with the keys. */}
      <div className="scroller" role="group" aria-label={name} tabIndex={0}>
        <svg
          className={width <= FITTING ? 'fits' : undefined}
          role="img"
          aria-label={alt}
          width={toRem(width)}
          height={toRem(height)}
          viewBox={`0 0 ${width} ${height}`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by lib/markdown, which escapes the labels.
          dangerouslySetInnerHTML={{ __html: html }}
        />
      </div>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

/** On large screens the letters of a page grow, and a drawing with them. */
function toRem(pixels: number): string {
  return `${pixels / 16}rem`;
}
