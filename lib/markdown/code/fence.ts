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

function toUnknown(name: string): ProblemInBlock {
  const [before = '', after = ''] = name.split(/:(.*)/s);
  if (after && getLanguage(before)) {
    const remedy = `Write ${before} title="${after}" for a file name above the block.`;
    return warn(`${name} is not a language this highlighter knows.`, remedy);
  }
  const [first = '', ...rest] = name.split(',');
  if (rest.length > 0 && getLanguage(first)) {
    const remedy = `Write ${first}, and options after a space: code of a post is not run.`;
    return warn(`"${name}" has options of rustdoc or mdBook after its language.`, remedy);
  }
  const near = suggestLanguage(name);
  return warn(
    `${name} is not a language this highlighter knows.${near ? ` Did you mean ${near}?` : ''}`,
    near ? `Write ${near}, or text for no colours.` : 'Write text for no colours; the block is shown plain.',
  );
}
