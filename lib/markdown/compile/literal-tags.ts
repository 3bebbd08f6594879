import type { Root } from 'mdast';
import { autolink, htmlFlow, htmlText } from 'micromark-core-commonmark';
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
 * Markdown. CommonMark takes it for HTML, where browsers show nothing of it, and `<host:port>` or `<std::string>` for a link,
 * which has no brackets. Each name is reported once.
 */
export function readLiteralTags(this: Processor, { source, report }: Options) {
  const isElement = createElementTest(source);
  const data = this.data() as { micromarkExtensions?: Extension[] };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({
    disable: { null: ['autolink', 'htmlFlow', 'htmlText'] },
    flow: { [LESS_THAN]: limit(htmlFlow, 'elementFlow', TAG_NAME, (name) => !isElement(name)) },
    text: {
      [LESS_THAN]: [
        limit(autolink, 'addressText', LINK_START, isNoAddress),
        limit(htmlText, 'elementText', TAG_NAME, (name) => !isElement(name)),
      ],
    },
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

/** The tags of CommonMark and what it takes for links, after an even number of backslashes. */
const TAG = /(\\*)<(\/?)([A-Za-z][A-Za-z0-9-]*(?::[^\s<>,]+)?)(?:\s[^<>]*)?\/?>/g;

const TAG_NAME = /[A-Za-z0-9-]/;
const LINK_START = /[A-Za-z0-9+.:/-]/;

/** Schemes of addresses that have no slashes. Those that the policy refuses are reported as links. */
const SCHEMES =
  /^(?:mailto|tel|sms|xmpp|urn|news|geo|magnet|sips?|doi|isbn|bitcoin|matrix|acct|data|file|blob|javascript|vbscript):(?!:)/i;

/** True for the text of a link such as `std::string`, `host:port` and `xs:element`. */
function isNoAddress(text: string): boolean {
  return text.includes(':') && !/^[a-z][a-z0-9+.-]*:\//i.test(text) && !SCHEMES.test(text);
}

/** The construct, which finds nothing where the letters behind the bracket, and behind a slash, are text. */
function limit(
  construct: Construct,
  name: string,
  letter: RegExp,
  isText: (name: string) => boolean,
): Construct {
  const literal: Construct = { tokenize: createNameTokenizer(letter, isText), partial: true };
  return {
    ...construct,
    name,
    tokenize(effects, ok, nok) {
      return effects.check(literal, nok, construct.tokenize.call(this, effects, ok, nok));
    },
  };
}

function createNameTokenizer(letter: RegExp, isWanted: (name: string) => boolean) {
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
      if (code !== null && code > 0 && letter.test(String.fromCodePoint(code))) {
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
