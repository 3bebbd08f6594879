import type { Link, Root, Text } from 'mdast';
import type { Code, Construct, State } from 'micromark-util-types';
import type { VFile } from 'vfile';
import { visit } from '../compile/visit';

/** True where a text has Chinese, Japanese or Korean characters, or their punctuation. */
export function hasCjk(source: string): boolean {
  return /[\u1100-\u11ff\u2e80-\u303f\u3040-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/.test(
    source,
  );
}

/** Punctuation of full width: a sentence goes on after it, an address does not. */
const END =
  /[\u3001\u3002\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\u201c\u201d\u2018\u2019\u2026]/;

/** A search for an address that takes punctuation of full width for a space, which ends it. */
export function endAtWidePunctuation(construct: Construct): Construct {
  return {
    ...construct,
    previous(code) {
      return isWide(code) || construct.previous?.call(this, code) !== false;
    },
    tokenize(effects, ok, nok) {
      let actual: Code = null;
      let isOver = false;
      // What follows sees the character that stands there.
      const leave =
        (state: State): State =>
        () => {
          isOver = true;
          return state(actual);
        };
      const mask =
        (state: State): State =>
        (code) => {
          actual = code;
          const next = state(isWide(code) ? SPACE : code);
          return isOver || typeof next !== 'function' ? next : mask(next);
        };
      return mask(construct.tokenize.call(this, effects, leave(ok), leave(nok)));
    },
  };
}

const SPACE = 32;

function isWide(code: Code): boolean {
  return code !== null && code > 0 && END.test(String.fromCodePoint(code));
}

/** Remark plugin: an address without brackets ends at the first punctuation of full width. */
export function endAddresses() {
  return (tree: Root, file: VFile) => {
    const source = String(file);
    visit(tree, 'link', (link, index, parent) => {
      const rest = isBare(link, source) ? cut(link) : undefined;
      if (rest && parent && index !== undefined) parent.children.splice(index + 1, 0, rest);
    });
  };
}

/** `<https://…>` and `[…](https://…)` begin with a bracket. */
function isBare({ position }: Link, source: string): boolean {
  return position === undefined || !/[<[!]/.test(source[position.start.offset ?? -1] ?? '');
}

/** Shortens a link, and gives the text that follows it then. */
function cut(link: Link): Text | undefined {
  const [text] = link.children;
  if (text?.type !== 'text' || link.children.length > 1) return undefined;
  const end = text.value.search(END);
  if (end < 1) return undefined;
  const rest = text.value.slice(end);
  if (!link.url.endsWith(rest)) return undefined;
  text.value = text.value.slice(0, end);
  link.url = link.url.slice(0, -rest.length);
  return { type: 'text', value: rest };
}
