import type { Root } from 'mdast';
import { htmlFlow, htmlText } from 'micromark-core-commonmark';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import { createElementTest } from './element-names';
import type { Report } from './report';
import { reportLiteralTag } from './report-literal-tag';
import { visit } from './visit';

interface Options {
  /** The text as the compiler gets it. */
  readonly source: string;
  readonly report: Report;
}

/**
 * Remark plugin for `.md`: a tag whose name no element has (`<user>`, `Vec<T>`) is text, and what is around it is
 * Markdown. CommonMark takes it for HTML, where browsers show nothing of it. Each name is reported once.
 */
export function readLiteralTags(this: Processor, { source, report }: Options) {
  const isElement = createElementTest(source);
  const data = this.data() as { micromarkExtensions?: Extension[] };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({
    disable: { null: ['htmlFlow', 'htmlText'] },
    flow: { [LESS_THAN]: limit(htmlFlow, 'elementFlow', isElement) },
    text: { [LESS_THAN]: limit(htmlText, 'elementText', isElement) },
  });
  return (tree: Root) => {
    const reported = new Set<string>();
    visit(tree, 'text', ({ position }) => {
      const start = position?.start.offset;
      if (start === undefined) return;
      const written = source.slice(start, position?.end.offset);
      for (const match of written.matchAll(TAG)) {
        const [, escapes = '', , name = ''] = match;
        if (escapes.length % 2 === 1 || isElement(name) || reported.has(name)) continue;
        reported.add(name);
        reportLiteralTag(
          match[0].slice(escapes.length),
          source,
          start + match.index + escapes.length,
          report,
        );
      }
    });
  };
}

const LESS_THAN = 60;

/** The tags of CommonMark, after an even number of backslashes. */
const TAG = /(\\*)<(\/?)([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?\/?>/g;

/** The construct, which finds nothing at a tag whose name no element has. */
function limit(construct: Construct, name: string, isElement: (name: string) => boolean): Construct {
  const literal: Construct = { tokenize: createNameTokenizer((found) => !isElement(found)), partial: true };
  return {
    ...construct,
    name,
    tokenize(effects, ok, nok) {
      return effects.check(literal, nok, construct.tokenize.call(this, effects, ok, nok));
    },
  };
}

function createNameTokenizer(isWanted: (name: string) => boolean) {
  return function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    let name = '';
    return start;

    function start(code: Code): State {
      effects.enter('htmlTextData');
      effects.consume(code);
      return slash;
    }

    function slash(code: Code): State | undefined {
      if (code !== SLASH) return rest(code);
      effects.consume(code);
      return rest;
    }

    function rest(code: Code): State | undefined {
      if (code !== null && code > 0 && /[A-Za-z0-9-]/.test(String.fromCodePoint(code))) {
        name += String.fromCodePoint(code);
        effects.consume(code);
        return rest;
      }
      effects.exit('htmlTextData');
      return /^[A-Za-z]/.test(name) && isWanted(name) ? ok(code) : nok(code);
    }
  };
}

const SLASH = 47;
