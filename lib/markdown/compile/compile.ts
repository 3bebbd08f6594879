import { compile as compileMdx } from '@mdx-js/mdx';
import { serialize } from 'next-mdx-remote/serialize';
import type { Pluggable, PluggableList } from 'unified';
import { VFile } from 'vfile';
import { announceWork } from '../../cache/work';
import type { DataFile } from '../../content/data-files';
import type { ProblemInFile } from '../../content/problems';
import type { SharedComponent } from '../../content/shared-components';
import { checkBlocks, highlightBlocks } from '../code/code-plugin';
import { listRehypeElements, listRemarkElements, listSyntax } from '../elements/elements';
import { numberFigures } from '../elements/number-figures';
import { markTextPunctuation } from '../elements/punctuation';
import { collectReferences, type Reference } from '../links/references';
import { explainSyntax, type MdxError } from './explain-syntax';
import { wrapExpressions } from './expressions';
import { reportForeignSyntax } from './foreign-syntax';
import { readHeadingIds } from './heading-ids';
import { arrangeHeadings, type Heading } from './headings';
import type { ComponentImport } from './imports';
import { readLiteralTags } from './literal-tags';
import { keepExports } from './modules';
import { checkNesting } from './nesting';
import { reportOpenFences } from './open-fences';
import { markOwnComponents } from './own-components';
import { parseDataFiles } from './parse-data';
import { parseRawHtml } from './raw-html';
import type { Report } from './report';
import { reportImportCalls } from './report-import-calls';
import { reportLinks, reportLostDefinitions, reportUndefinedReferences } from './report-links';
import { reportTables } from './report-tables';
import { listReplacements, toImport } from './shared-imports';
import { surveyText } from './survey';
import { reportTextStyles } from './text-styles';
import { reportUnknownComponents } from './unknown-components';

/** A compiled text: plain JSON, safe to keep. */
export interface CompiledText {
  /** Body of the function that makes the content; empty where an error stands in the way. */
  readonly code: string;
  readonly headings: readonly Heading[];
  readonly references: readonly Reference[];
  /** What is wrong with the body as it is written, or could be better for readers. */
  readonly problems: readonly ProblemInFile[];
  /** Every id of the text that a link can lead to. */
  readonly anchors: readonly string[];
  /** Components from files in the text's folder. */
  readonly imports: readonly ComponentImport[];
  /** True where code of the text's author runs while it is rendered. */
  readonly hasExpressions: boolean;
}

export interface Text {
  readonly format: 'md' | 'mdx';
  readonly title: string;
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
  /** What stands above the text and is seen first. Absent: nothing. */
  readonly cover?: object;
  /** Components of the blog that it can use by their names. */
  readonly shared?: readonly SharedComponent[];
  /** Data that it imports. */
  readonly data?: readonly DataFile[];
  /** The name of a figure, with `{number}` in it. Absent: figures are not numbered. */
  readonly figureLabel?: string;
}

/**
 * Compiles the body of a document. The one importer of next-mdx-remote. Its filters are off (`blockJS`,
 * `blockDangerousJS`): a post is code of the repository it stands in, and nothing of it may vanish. Never throws on
 * what an author wrote; line numbers are those of the file.
 */
export function compileText(text: Text): Promise<CompiledText> {
  announceWork({ kind: 'compile', of: text.body });
  return compile(text, 'code');
}

/** Everything `compileText` finds in a text, in a fraction of its time: blocks are not highlighted, no code is made. */
export function outlineText(text: Text): Promise<CompiledText> {
  return compile(text, 'outline');
}

async function compile(text: Text, wanted: 'code' | 'outline'): Promise<CompiledText> {
  const headings: Heading[] = [];
  const references: Reference[] = [];
  const problems: ProblemInFile[] = [];
  const anchors: string[] = [];
  const imports: ComponentImport[] = [];
  let hasExpressions = false;
  let isOutlined = false;
  const report = reportTo(problems);
  const found = () => {
    hasExpressions = true;
  };
  const imported = (component: ComponentImport) => imports.push(component);
  const data = await parseDataFiles(text.data ?? []);
  const { collect, restore } = keepExports({ report, found, imported, data, problems });
  const shared = text.shared ?? [];
  for (const component of listReplacements(shared))
    imported(toImport(component, { line: text.bodyLine, column: 1 }));
  const padded = '\n'.repeat(text.bodyLine - 1) + text.body;
  const remarkPlugins: PluggableList = [...listSyntax(text.body)];
  if (text.format === 'md' && /<[/A-Za-z]/.test(text.body)) {
    remarkPlugins.push([readLiteralTags, { source: padded, report }]);
  }
  if (text.format === 'mdx') remarkPlugins.push([markOwnComponents, { shared }]);
  remarkPlugins.push(...listProblems(text, padded, report), ...listRemarkElements(text.body, report));
  if (text.format === 'mdx') {
    remarkPlugins.push(
      [reportUnknownComponents, { report, shared, imported }],
      [reportTextStyles, { report }],
      [reportImportCalls, { report }],
      collect,
      [wrapExpressions, { found }],
    );
  }
  // All is found by then: making code of even an empty tree takes a twentieth of the time.
  const stop = () => () => {
    isOutlined = true;
    throw new Error('No code is wanted.');
  };
  const making: PluggableList = [markTextPunctuation, [highlightBlocks, { report }], restore];
  const judging: PluggableList = [[checkBlocks, { report }], stop];
  const rehypePlugins: PluggableList = [
    ...(text.format === 'md' ? [[parseRawHtml, { report }] as Pluggable] : []),
    ...(/<[A-Za-z]/.test(text.body) ? [[checkNesting, { report }] as Pluggable] : []),
    ...listRehypeElements(text, report),
    ...(text.figureLabel === undefined ? [] : [[numberFigures, { label: text.figureLabel }] as Pluggable]),
    [collectReferences, { found: (reference: Reference) => references.push(reference) }],
    [reportLinks, { report }],
    [arrangeHeadings, { title: text.title, report, found: (heading: Heading) => headings.push(heading) }],
    [surveyText, { source: padded, report, foundAnchor: (id: string) => anchors.push(id) }],
    ...(wanted === 'code' ? making : judging),
  ];
  const options = { format: text.format, remarkPlugins, rehypePlugins };
  const toOutline = () => ({
    code: '',
    headings,
    references,
    problems,
    anchors,
    imports,
    hasExpressions,
  });
  try {
    const { compiledSource } = await serialize(
      padded,
      { mdxOptions: options, blockJS: false, blockDangerousJS: false },
      true,
    );
    return { ...toOutline(), code: compiledSource };
  } catch (error) {
    if (isOutlined) return toOutline();
    // next-mdx-remote drops the place of a syntax error: compile once more for it, without plugins.
    return { ...toOutline(), problems: [...problems, await locateFailure(padded, text, error)] };
  }
}

/** The plugins that report what is not shown as its author means it, before the elements of a text are read. */
function listProblems({ format, body }: Text, source: string, report: Report): PluggableList {
  const options = { source, report };
  return [
    [reportForeignSyntax, options],
    ...(/```|~~~|\$\$/.test(body) ? [[reportOpenFences, options] as Pluggable] : []),
    ...(/\|/.test(body) ? [[reportTables, options] as Pluggable] : []),
    ...(/\]\[/.test(body) ? [[reportUndefinedReferences, options] as Pluggable] : []),
    ...(/\]:/.test(body) ? [[reportLostDefinitions, options] as Pluggable] : []),
    ...(format === 'md' && /\{:?\s*[#.]/.test(body) ? [[readHeadingIds, { report }] as Pluggable] : []),
  ];
}

function reportTo(problems: ProblemInFile[]): Report {
  return ({ line, column }, severity, message, remedy) => {
    problems.push({ line, column, severity, message, remedy });
  };
}

async function locateFailure(
  source: string,
  { format, bodyLine }: Text,
  cause: unknown,
): Promise<ProblemInFile> {
  try {
    await compileMdx(new VFile(source), { format, remarkPlugins: listSyntax(source) });
  } catch (error) {
    return explainSyntax(error as MdxError, source);
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return {
    line: bodyLine,
    column: 1,
    severity: 'error',
    message: `The text cannot be compiled: ${reason.replace(/\.$/, '')}.`,
    remedy: 'Remove parts until it can be, and report what you found as a bug of the engine.',
  };
}
