import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { WordPost } from './word-posts';

/** Writes posts into a content folder, with the picture that they show. */
export async function writeWordBlog(folder: string, posts: readonly WordPost[]): Promise<void> {
  mkdirSync(path.join(folder, 'posts'), { recursive: true });
  writeFileSync(
    path.join(folder, 'site.ts'),
    "export default { title: 'T', url: 'https://blog.example' };\n",
  );
  const create = { width: 8, height: 8, channels: 3 as const, background: '#336699' };
  await sharp({ create })
    .png()
    .toFile(path.join(folder, 'posts', 'p.png'));
  for (const { name, body } of posts) {
    const front = ['title: T', 'description: D.', 'date: 2024-01-01'];
    writeFileSync(path.join(folder, 'posts', name), `---\n${front.join('\n')}\n---\n\n${body}`);
  }
}
