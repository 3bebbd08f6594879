import type { ContentIndex } from '../content/content-index';
import { createReporter, type Problem } from '../content/problems';
import { readText } from '../content/text-file';
import { toPostCard } from './card-files';
import { FONT_FOLDER } from './font-files';
import { findUnreadable } from './render-card';

/** Posts whose title no font can set on their social card. */
export async function checkCards(index: ContentIndex): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const post of index.postsBySlug.values()) {
    const { source } = await toPostCard(post, index);
    const missing = 'card' in source ? findUnreadable(source.card, index.root) : [];
    if (missing.length === 0) continue;
    const text = readText(index.root, post.file, new Map()).source;
    const line = text.split('\n').findIndex((candidate) => candidate.startsWith('title:')) + 1;
    const report = createReporter(post.file, text);
    const message = `The social card cannot show "${missing.slice(0, 8).join('')}" of the title.`;
    const advice = `Put a font (.ttf or .otf) with these signs into the folder "${FONT_FOLDER}" of the content, or give the post a cover.`;
    problems.push(report({ line: Math.max(line, 1), column: 1 }, 'warning', message, advice));
  }
  return problems;
}
