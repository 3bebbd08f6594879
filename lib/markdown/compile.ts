import { compile as compileMdx } from '@mdx-js/mdx';
import { serialize } from 'next-mdx-remote/serialize';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';
import { VFile } from 'vfile';
import type { Place, Problem } from '../content/problems';
import { highlightBlocks } from './code-plugin';
import { wrapExpressions } from './expressions';
import { arrangeHeadings, type Heading } from './headings';
import { keepExports } from './modules';
import { collectReferences, type Reference } from './references';
import { explainSyntax, type SyntaxFault } from './syntax-advice';
import { reportTextStyles } from './text-styles';
import { reportUnknownComponents } from './unknown-components';

/** Something wrong in a text, before the line it stands on is added. */
export interface Finding extends Place {
  readonly severity: Problem['severity'];
  readonly message: string;
  readonly advice: string;
}

/** A compiled text: plain JSON, safe to keep. */
export interface CompiledText {
  /** Body of the function that makes the content; empty where an error stands in the way. */
  readonly code: string;
  readonly headings: readonly Heading[];
  readonly references: readonly Reference[];
  readonly findings: readonly Finding[];
  /** True where code of the text's author runs while it is rendered. */
  readonly hasExpressions: boolean;
}

export interface Text {
  readonly format: 'md' | 'mdx';
  readonly title: string;
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
}

/**
 * Compiles the body of a document. The one importer of next-mdx-remote. Its filters are off (`blockJS`,
 * `blockDangerousJS`): a post is code of the repository it stands in, and nothing of it may vanish. Never throws on
 * what an author wrote; line numbers are those of the file.
 */
export async function compileText(text: Text): Promise<CompiledText> {
  const headings: Heading[] = [];
  const references: Reference[] = [];
  const findings: Finding[] = [];
  let hasExpressions = false;
  const report = (
    { line, column }: Place,
    severity: Problem['severity'],
    message: string,
    advice: string,
  ) => {
    findings.push({ line, column, severity, message, advice });
  };
  const found = () => {
    hasExpressions = true;
  };
  const { collect, restore } = keepExports({ report, found });
  const remarkPlugins: PluggableList = [remarkGfm];
  if (text.format === 'mdx') {
    remarkPlugins.push([reportUnknownComponents, { report }], [reportTextStyles, { report }], collect, [
      wrapExpressions,
      { found },
    ]);
  }
  const rehypePlugins: PluggableList = [
    ...(text.format === 'md' ? [rehypeRaw] : []),
    [collectReferences, { found: (reference: Reference) => references.push(reference) }],
    [arrangeHeadings, { title: text.title, found: (heading: Heading) => headings.push(heading) }],
    [highlightBlocks, { report }],
    restore,
  ];
  const padded = '\n'.repeat(text.bodyLine - 1) + text.body;
  const options = { format: text.format, remarkPlugins, rehypePlugins };
  try {
    const { compiledSource } = await serialize(
      padded,
      { mdxOptions: options, blockJS: false, blockDangerousJS: false },
      true,
    );
    return { code: compiledSource, headings, references, findings, hasExpressions };
  } catch (error) {
    // next-mdx-remote drops the place of a syntax error: compile once more for it, without plugins.
    const finding = await locateFailure(padded, text, error);
    return { code: '', headings, references, findings: [...findings, finding], hasExpressions };
  }
}

async function locateFailure(source: string, { format, bodyLine }: Text, cause: unknown): Promise<Finding> {
  try {
    await compileMdx(new VFile(source), { format, remarkPlugins: [remarkGfm] });
  } catch (error) {
    return { severity: 'error', ...explainSyntax(error as SyntaxFault, source) };
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return {
    line: bodyLine,
    column: 1,
    severity: 'error',
    message: `The text cannot be compiled: ${reason.replace(/\.$/, '')}.`,
    advice: 'Take parts out until it can be, and report what you found as a fault of the blog.',
  };
}
