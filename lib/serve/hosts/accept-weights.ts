/**
 * What servers need to weigh the types of an `Accept` header with: patterns for its whole value, in any case, that RE2 knows as
 * well. The first that fits says the weight (`q`) in four figures, of which `caught` stands for the part in brackets.
 */
export interface AcceptWeight {
  readonly source: string;
  /** Figures of the weight, in thousandths. */
  toWeight(caught: string): string;
}

/** The type that is sent only where it is asked for. */
export const MARKDOWN = 'text/markdown';

/** What accepts HTML, the most specific first. */
const HTML = ['text/html', 'text/\\*', '\\*/\\*'];

export function listMarkdownWeights(): AcceptWeight[] {
  return listWeights(MARKDOWN);
}

export function listHtmlWeights(): AcceptWeight[] {
  return HTML.flatMap(listWeights);
}

/** Fits where HTML is named before Markdown: of two types of one weight a client prefers the first. */
export const HTML_FIRST = `(?:^|,)\\s*text/html(?:[\\s;,].*)?,\\s*${MARKDOWN}(?:[\\s;,]|$)`;

function listWeights(type: string): AcceptWeight[] {
  const weighed = (weight: string) => `(?:^|,)\\s*${type}(?:\\s*;[^,]*)?\\s*;\\s*q=${weight}\\s*(?:[;,]|$)`;
  return [
    { source: weighed('0\\.?'), toWeight: () => '0000' },
    { source: weighed('0\\.([0-9])'), toWeight: (caught) => `0${caught}00` },
    { source: weighed('0\\.([0-9]{2})'), toWeight: (caught) => `0${caught}0` },
    { source: weighed('0\\.([0-9]{3})[0-9]*'), toWeight: (caught) => `0${caught}` },
    { source: `(?:^|,)\\s*${type}(?:[\\s;,]|$)`, toWeight: () => '1000' },
  ];
}
