import type { ImportedComment } from './imported';

export interface Place {
  /** The comment of the first level below which it stands; absent for one of the first level. */
  readonly first?: ImportedComment;
  /** Whom it answers where that is not `first`. */
  readonly answered?: ImportedComment;
}

/**
 * Where comments stand that were nested without end: on two levels. What answers a comment that readers do not see, or that is on
 * another page or missing, moves up. Those that answer each other in a circle, which no honest file has, are of the first level.
 */
export function arrangeAnswers(comments: readonly ImportedComment[]): ReadonlyMap<ImportedComment, Place> {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const parentOf = ({ parent = '', thread }: ImportedComment) => {
    const found = byId.get(parent);
    return found?.thread === thread ? found : undefined;
  };
  // Of each comment the topmost one that is seen, itself included; null where there is none.
  const tops = new Map<ImportedComment, ImportedComment | null>();
  const topOf = (start: ImportedComment): ImportedComment | null => {
    const way: ImportedComment[] = [];
    const isOnWay = new Set<ImportedComment>();
    let at: ImportedComment | undefined = start;
    while (at && !tops.has(at) && !isOnWay.has(at)) {
      way.push(at);
      isOnWay.add(at);
      at = parentOf(at);
    }
    const isCircle = at !== undefined && isOnWay.has(at);
    let top = isCircle ? null : ((at && tops.get(at)) ?? null);
    for (const one of way.reverse()) {
      if (isCircle) top = one.state === 'approved' ? one : null;
      else if (top === null && one.state === 'approved') top = one;
      tops.set(one, top);
    }
    return tops.get(start) ?? null;
  };
  return new Map(
    comments.map((comment) => {
      const parent = parentOf(comment);
      const first = parent && topOf(parent);
      if (!parent || !first || first === comment || topOf(comment) === comment) return [comment, {}];
      return [
        comment,
        { first, ...(parent !== first && parent.state === 'approved' && { answered: parent }) },
      ];
    }),
  );
}
