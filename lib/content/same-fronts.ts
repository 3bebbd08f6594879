import type { ParsedPost } from './post';
import type { PostInState } from './state';

/**
 * True where two lists have the same posts with the same front matter in the same states, in the same order: what is found out
 * of one holds for the other, as long as bodies have no part in it.
 */
export function haveSameFronts(a: readonly PostInState[], b: readonly PostInState[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ post, state }, index) => {
      const other = b[index];
      return other?.state === state && (other.post === post || isSameFront(other.post, post));
    })
  );
}

function isSameFront(a: ParsedPost, b: ParsedPost): boolean {
  return a.file.file === b.file.file && a.bodyLine === b.bodyLine && readFront(a) === readFront(b);
}

/** All of the file that is not its body; of one that cannot be read, all of it. */
function readFront({ isReadable, body, file: { source } }: ParsedPost): string {
  return isReadable && body !== '' && source.endsWith(body) ? source.slice(0, -body.length) : source;
}
