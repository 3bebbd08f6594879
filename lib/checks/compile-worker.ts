import { parentPort } from 'node:worker_threads';
import { compileText, outlineText, type Text } from '../markdown/compile/compile';
import type { Wanted } from './compile-pool';

const WORK = { code: compileText, outline: outlineText };

/** A thread of `compileTexts`: texts in, compiled texts out. */
parentPort?.on('message', async ({ texts, wanted }: { texts: readonly Text[]; wanted: Wanted }) => {
  const compiled = [];
  for (const text of texts) compiled.push(await WORK[wanted](text));
  parentPort?.postMessage(compiled);
});
