import type { ProblemInBlock } from '../../content/problems';
import { readFence } from './fence';
import { markLines } from './mark-lines';
import { packageManagers, translateNpm } from './packages';
import type { CodeInput } from './types';
import { warn } from './warn';
import { findWords } from './words';

/** What the author of a block should know, without highlighting it: the warnings of `highlightCode`. */
export function checkCode({ code, language, meta }: Omit<CodeInput, 'id'>): ProblemInBlock[] {
  const fence = readFence(language ?? '', meta ?? '');
  const { lines, warnings } = markLines(code, fence);
  const missing = fence.options.words.filter(
    (word) => !lines.some(({ text }) => findWords(text, [word]).length > 0),
  );
  return [
    ...fence.warnings,
    ...warnings,
    ...missing.map((word) =>
      warn(`The word /${word}/ is not in the block.`, 'Words are found whole, in one line.'),
    ),
    ...(fence.options.npm ? checkNpm(code) : []),
  ];
}

function checkNpm(code: string): ProblemInBlock[] {
  if (packageManagers.every((manager) => translateNpm(code, manager))) return [];
  const message = 'The npm command of this block has no counterpart for pnpm, yarn and bun.';
  return [warn(message, 'Remove npm, or write the variants with tab="…".')];
}
