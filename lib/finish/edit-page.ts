import { type HtmlPage, parseHtmlPage, type Span } from './html-page';

/** A change of a page: what stands between two offsets gives way to this text, or to nothing. */
export interface Edit extends Span {
  readonly insert?: string;
}

/** An edit, and by how much it moves what comes after it, those before it included. */
interface Step extends Span {
  readonly text: string;
  readonly shift: number;
}

/**
 * The page after the edits, which all refer to the page as given and may contain each other: the outer one counts. Only
 * the new text is parsed, so that a page of any length is parsed once for all that happens to it.
 */
export function editPage(page: HtmlPage, edits: readonly Edit[]): HtmlPage {
  if (edits.length === 0) return page;
  const steps = toSteps(edits);
  const move = <T extends Span>(things: readonly T[]): T[] =>
    things.flatMap((thing) => {
      const before = findStep(steps, thing.start);
      if (before !== undefined && before.end > thing.start) return [];
      const within = findStep(steps, thing.end - 1);
      return [{ ...thing, start: thing.start + (before?.shift ?? 0), end: thing.end + (within?.shift ?? 0) }];
    });
  const added = steps.filter(({ text }) => text !== '').map((step) => parseStep(step));
  return {
    source: applySteps(page.source, steps),
    elements: sortByStart([...move(page.elements), ...added.flatMap(({ elements }) => elements)]),
    comments: sortByStart([...move(page.comments), ...added.flatMap(({ comments }) => comments)]),
  };
}

function toSteps(edits: readonly Edit[]): Step[] {
  const steps: Step[] = [];
  for (const { start, end, insert: text = '' } of [...edits].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    const last = steps.at(-1);
    if (last !== undefined && end <= last.end && start < last.end) continue;
    steps.push({ start, end, text, shift: (last?.shift ?? 0) + text.length - (end - start) });
  }
  return steps;
}

/** The last step that begins at an offset or before it. */
function findStep(steps: readonly Step[], offset: number): Step | undefined {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1];
}

function applySteps(source: string, steps: readonly Step[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of steps) {
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}

function parseStep({ start, end, text, shift }: Step): HtmlPage {
  // Where the new text begins: moved by all edits before this one, whose own part is taken out again.
  const offset = start + shift - text.length + (end - start);
  const page = parseHtmlPage(text);
  const move = <T extends Span>(thing: T): T => ({
    ...thing,
    start: thing.start + offset,
    end: thing.end + offset,
  });
  return { source: text, elements: page.elements.map(move), comments: page.comments.map(move) };
}

function sortByStart<T extends Span>(things: T[]): T[] {
  return things.sort((a, b) => a.start - b.start);
}
