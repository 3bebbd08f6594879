import { readFileSync } from 'node:fs';
import path from 'node:path';
import { editList, splitIntoList } from '../content/front-matter-edit';
import { toPost } from '../content/post';
import { getContentFolder, getFiles } from '../content/posts';
import { parseTags, resolveTags } from '../content/tags';
import { writeText } from './write-text';

/** Fixes what is mechanical in the tags of all posts: `tags: a, b` and other spellings. Gives the files it changed. */
export function fixTags(): string[] {
  const changed = new Set<string>();
  for (const { file } of getFiles().posts) {
    if (edit(file, (source) => splitTags(source))) changed.add(file);
  }
  const files = getFiles();
  const { resolve } = resolveTags(parseTags(files.tags), files.posts.map(toPost));
  for (const { file } of files.posts) {
    const spell = (name: string) => resolve(name)?.label ?? name;
    if (edit(file, (source) => editList(source, 'tags', spell))) changed.add(file);
  }
  return [...changed];
}

function splitTags(source: string): string {
  return /^tags(?:[ \t]*=|:)[ \t]*[^\s[#]/m.test(source) ? splitIntoList(source, 'tags') : source;
}

/** True where the file was changed. A front matter that cannot be read is left to its author. */
function edit(file: string, change: (source: string) => string): boolean {
  const absolute = path.join(getContentFolder(), file);
  try {
    const source = readFileSync(absolute, 'utf8');
    const text = change(source);
    if (text !== source) writeText(absolute, text);
    return text !== source;
  } catch {
    return false;
  }
}
