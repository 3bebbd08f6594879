import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText';
    mathTextSequence: 'mathTextSequence';
    mathTextData: 'mathTextData';
  }
}

const DOLLAR = 36;

/**
 * Remark plugin: `$x$` is a formula where it cannot be money or a variable of the shell: the first dollar has no letter
 * or digit before it and no space after it, the last no space before it and no letter or digit after it. remark-math
 * knows no such rule; it is asked for `$$` only and turns the tokens made here into nodes.
 */
export function readSingleDollars(this: Processor) {
  const data = this.data() as { micromarkExtensions?: Extension[] };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ text: { [DOLLAR]: construct } });
}

const construct: Construct = { name: 'singleDollar', tokenize, previous };

function previous(code: Code): boolean {
  return code !== DOLLAR && !isLetterOrDigit(code);
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let last: Code = DOLLAR;
  // micromark asks `previous` only where no other construct begins with the same character.
  const before = this.previous;
  return open;

  function open(code: Code): State | undefined {
    if (!previous(before)) return nok(code);
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    effects.consume(code);
    effects.exit('mathTextSequence');
    return afterOpen;
  }

  function afterOpen(code: Code): State | undefined {
    if (code === DOLLAR || isSpace(code)) return nok(code);
    return between(code);
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (isEnding(code)) {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      last = code;
      return between;
    }
    if (code === DOLLAR && last !== BACKSLASH) return isSpace(last) ? nok(code) : close(code);
    effects.enter('mathTextData');
    return inside(code);
  }

  function inside(code: Code): State | undefined {
    if (code === null || isEnding(code) || (code === DOLLAR && last !== BACKSLASH)) {
      effects.exit('mathTextData');
      return between(code);
    }
    // A backslash that is itself escaped escapes nothing.
    last = code === BACKSLASH && last === BACKSLASH ? DOLLAR : code;
    effects.consume(code);
    return inside;
  }

  function close(code: Code): State | undefined {
    effects.enter('mathTextSequence');
    effects.consume(code);
    effects.exit('mathTextSequence');
    effects.exit('mathText');
    return afterClose;
  }

  function afterClose(code: Code): State | undefined {
    return code === DOLLAR || isLetterOrDigit(code) ? nok(code) : ok(code);
  }
}

const BACKSLASH = 92;

function isLetterOrDigit(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}

/** micromark gives line endings, tabs and virtual spaces negative codes. */
function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32;
}

function isEnding(code: Code): boolean {
  return code !== null && code < -2;
}
