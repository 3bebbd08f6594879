import type { Root } from 'mdast';
import { type Place, placeAt } from '../../content/problems';
import { HASHNODE_EMBED_REMEDY, SPELLINGS, type Spelling } from './foreign-spellings';
import type { Report } from './report';
import { visit } from './visit';

/**
 * Remark plugin: reports what other engines give a meaning and this one shows as text, with the name of the engine and
 * what to write here. Code and escaped characters are left alone.
 */
export function reportForeignSyntax({ source, report }: { source: string; report: Report }) {
  return (tree: Root) => {
    visit(tree, 'text', ({ position }, _index, parent) => {
      const start = position?.start.offset;
      if (start === undefined) return;
      const written = source.slice(start, position?.end.offset);
      if (!BEGINNING.test(written)) return;
      const lineStart = source.lastIndexOf('\n', start - 1) + 1;
      const line = source.slice(lineStart, position?.end.offset);
      // Of two spellings in one place, the first of the list is meant.
      const reported: { start: number; end: number }[] = [];
      for (const spelling of SPELLINGS) {
        const [text, from] = spelling.isBehindOthers ? [line, lineStart] : [written, start];
        for (const match of text.matchAll(spelling.pattern)) {
          const at = from + match.index;
          const isId = parent?.type === 'heading' && /^\{:?\s*#/.test(match[0]);
          const isEscaped = text[match.index - 1] === '\\' && !spelling.isEscaped;
          if (at < start || isId || isEscaped || reported.some((one) => at < one.end && at >= one.start))
            continue;
          reported.push({ start: at, end: at + Math.max(match[0].length, 1) });
          reportSpelling(spelling, match, placeAt(source, at), report);
        }
      }
    });
    // What is between its brackets has become a link.
    visit(tree, 'paragraph', ({ position }) => {
      const start = position?.start.offset ?? 0;
      if (source.startsWith('%[', start))
        report(
          placeAt(source, start),
          'warning',
          '"%[…]" is an embed of Hashnode, and is shown as text.',
          HASHNODE_EMBED_REMEDY,
        );
    });
    visit(tree, 'strong', ({ position }) => {
      const start = position?.start.offset ?? 0;
      const written = source.slice(start, position?.end.offset);
      if (!DUNDER.test(written)) return;
      const message = `"${written}" is a name of Python, and is shown in bold without its underscores.`;
      report(placeAt(source, start), 'warning', message, `Put it between back-ticks: \`${written}\`.`);
    });
    visit(tree, 'delete', ({ position }) => {
      const start = position?.start.offset ?? 0;
      const written = source.slice(start, position?.end.offset);
      if (!/^~[\w+-]{1,5}~$/.test(written) || !/[\p{L}\p{N})]/u.test(source[start - 1] ?? '')) return;
      const message = `"${written}" is a subscript of Pandoc, and is shown struck through.`;
      report(placeAt(source, start), 'warning', message, `Write <sub>${written.slice(1, -1)}</sub>.`);
    });
  };
}

/** What Python gives a meaning: of other words in bold nobody can say. */
const DUNDER =
  /^__(?:init|new|del|main|name|file|doc|all|dict|class|slots|repr|str|call|len|iter|next|enter|exit|eq|lt|hash|bool|getattr|setattr|getitem|setitem|contains|add|future|version|post_init|aenter|aexit|await|import|builtins|annotations|pycache|proto|typename)__$/;

/** What a text has that contains any of the spellings. */
const BEGINNING =
  /[{=[<^\\]|\*\*|\+\+|::|:\w+-|!!!|\?\?\?|>{7}|\|{7}|%%|%\[|8<|##|^#\p{L}|^\.\. |^\| |@\w{2,3}-|^(?:import|export)\b/mu;

/** The explanation of a line of MDX that another engine's spelling makes unreadable. */
export function explainForeignSyntax(line: string): { message: string; remedy: string } | undefined {
  for (const spelling of SPELLINGS.filter(({ isMdx }) => !isMdx)) {
    const match = new RegExp(spelling.pattern.source, spelling.pattern.flags.replace('g', '')).exec(line);
    if (match && /[{<]/.test(match[0])) return describe(spelling, match, 'which MDX cannot read');
  }
  const [id] = /\{#[\w-]+\}/.exec(line) ?? [];
  if (id === undefined) return undefined;
  return {
    message: `"${id}" is an id of a heading, which MDX cannot read.`,
    remedy: 'Write the heading as <h2 id="…">, or rename the file to .md.',
  };
}

function reportSpelling(spelling: Spelling, match: RegExpMatchArray, place: Place, report: Report): void {
  const { message, remedy } = describe(spelling, match, 'and is shown as text');
  report(place, 'warning', message, remedy);
}

function describe({ name, remedy }: Spelling, match: RegExpMatchArray, consequence: string) {
  const found = match[0].trim().replace(/\s+/g, ' ');
  const shown = found.length > 40 ? `${found.slice(0, 40)}…` : found;
  return { message: `"${shown}" is ${name}, ${consequence}.`, remedy: remedy(match[1] ?? found) };
}
