import { parentPort } from 'node:worker_threads';
import { outlineText, type Text } from '../markdown/compile/compile';

/** A thread of `outlineTexts`: texts in, outlines out. */
parentPort?.on('message', async (texts: readonly Text[]) => {
  const outlines = [];
  for (const text of texts) outlines.push(await outlineText(text));
  parentPort?.postMessage(outlines);
});
