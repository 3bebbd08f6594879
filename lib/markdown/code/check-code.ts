import { readFence } from './fence';
import { markLines } from './mark-lines';
import { packageManagers, translateNpm } from './packages';
import type { CodeInput, CodeWarning } from './types';
import { findWords } from './words';

/** What the author of a block should know, without highlighting it: the warnings of `highlightCode`. */
export function checkCode({ code, language, meta }: Omit<CodeInput, 'id'>): CodeWarning[] {
  const fence = readFence(language ?? '', meta ?? '');
  const { lines, warnings } = markLines(code, fence);
  const missing = fence.options.words.filter(
    (word) => !lines.some(({ text }) => findWords(text, [word]).length > 0),
  );
  return [
    ...fence.warnings,
    ...warnings,
    ...missing.map((word) => ({
      message: `The word /${word}/ is not in the block.`,
      advice: 'Words are found whole, in one line.',
    })),
    ...(fence.options.npm ? checkNpm(code) : []),
  ];
}

function checkNpm(code: string): CodeWarning[] {
  if (packageManagers.every((manager) => translateNpm(code, manager))) return [];
  const message = 'The npm command of this block has no counterpart for pnpm, yarn and bun.';
  return [{ message, advice: 'Remove npm, or write the variants with tab="…".' }];
}
