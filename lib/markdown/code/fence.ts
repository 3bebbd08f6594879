import type { ProblemInBlock } from '../../content/problems';
import { getLanguage, type Language, suggestLanguage } from './languages';
import { type CodeOptions, parseMeta } from './meta';
import { warn } from './warn';

export interface Fence {
  /** Absent where the author named none, or none that is known. */
  readonly language?: Language;
  readonly options: CodeOptions;
  readonly warnings: readonly ProblemInBlock[];
}

/** Reads a fence's info string: the language, then the options. `ts{1,3}` and a fence without language are fine. */
export function readFence(info: string, meta: string): Fence {
  const [, name = '', attached = ''] = /^((?:[^\s={"'/][^\s={"']*)?)(.*)$/s.exec(info) ?? [];
  const foreign = readAttributes(info, meta);
  if (foreign) return foreign;
  const isOption = attached.startsWith('=');
  const { options, warnings } = parseMeta(isOption ? `${info} ${meta}` : `${attached} ${meta}`);
  if (options.group && !options.tab) {
    warnings.push(warn('group has no use without a tab.', 'Add tab="…", the label of this variant.'));
  }
  if (name === '' || isOption) return { options, warnings };
  const language = getLanguage(name);
  if (!language) return { options, warnings: [toUnknown(name), ...warnings] };
  return { language, options, warnings };
}

/** ```` ```{.python .numberLines} ```` of Pandoc, ```` ```{r} ```` of R Markdown and Quarto: the language stands in the braces. */
function readAttributes(info: string, meta: string): Fence | undefined {
  const [, name = ''] = /^\{\s*\.?([A-Za-z][\w+#-]*)(?:[\s,][^}]*)?\}/.exec(`${info} ${meta}`.trim()) ?? [];
  const language = getLanguage(name);
  if (!language) return undefined;
  const message = `"${`${info} ${meta}`.trim()}" is a list of attributes of Pandoc, R Markdown or Quarto.`;
  const { options } = parseMeta('');
  return { language, options, warnings: [warn(message, `Write ${name} after the fence.`)] };
}

function toUnknown(name: string): ProblemInBlock {
  const [before = '', after = ''] = name.split(/:(.*)/s);
  if (after && getLanguage(before)) {
    const remedy = `Write ${before} title="${after}" for a file name above the block.`;
    return warn(`${name} is not a language this highlighter knows.`, remedy);
  }
  const [first = '', ...rest] = name.split(',');
  if (rest.length > 0 && getLanguage(first)) {
    const remedy = `Write ${first}, and options after a space: code of a post is not run.`;
    if (rest.some((option) => /^(?:linenos|hl_lines|hide_lines|name|linenostart)\b/.test(option)))
      return warn(
        `"${name}" has options of Zola after its language.`,
        `Write ${first}, and after a space {1,3-5} for lines and showLineNumbers for numbers.`,
      );
    return warn(`"${name}" has options of rustdoc or mdBook after its language.`, remedy);
  }
  const [, changed = ''] = /^diff-(.+)$/.exec(name) ?? [];
  if (getLanguage(changed)) {
    const message = `${name} is a language of Eleventy and Gatsby.`;
    return warn(message, `Write ${changed} diff: lines that begin with + and - are marked.`);
  }
  const near = suggestLanguage(name);
  return warn(
    `${name} is not a language this highlighter knows.${near ? ` Did you mean ${near}?` : ''}`,
    near ? `Write ${near}, or text for no colours.` : 'Write text for no colours; the block is shown plain.',
  );
}
