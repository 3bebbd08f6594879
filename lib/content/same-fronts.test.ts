import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { emptyProcessCaches } from '../cache/process-cache';
import { buildIndex } from './build-index';
import { readContent } from './read';
import { writeContent } from './write-content';

const FIRST = '---\ntitle: A\ndate: 2024-01-01\ntags: [Go]\n---\nText.\n';
const SECOND = '---\ntitle: B\ndate: 2024-01-02\ntags: [go, Web]\naliases: [/old]\n---\nText.\n';

/** One edit after the other, each of which leaves the content as it is described. */
const EDITS: readonly (readonly [what: string, file: string, text: string])[] = [
  ['the body alone', 'posts/a.md', FIRST.replace('Text.', 'Other text.')],
  ['an alias that another post has', 'posts/a.md', FIRST.replace('title', 'aliases: [/old]\ntitle')],
  [
    'the body of a post with an error',
    'posts/a.md',
    FIRST.replace('title', 'aliases: [/old]\ntitle').replace('T', 'U'),
  ],
  ['another tag', 'posts/b.md', SECOND.replace('Web', 'CSS')],
  ['a draft', 'posts/a.md', FIRST.replace('title', 'draft: true\ntitle')],
  ['a front matter that cannot be read', 'posts/b.md', SECOND.replace('[go, Web]', '[go')],
  ['the same again', 'posts/b.md', SECOND],
  ['a declared tag', 'tags.yml', 'GO:\n  aliases: [Go]\n'],
];

test('an index after an edit is the one that a new process builds', () => {
  const root = writeContent({ 'posts/a.md': FIRST, 'posts/b.md': SECOND });
  const cache = new Map();
  const build = () => {
    const { files: _files, ...index } = buildIndex(readContent(root, cache), '2024-02-01', 'author');
    return JSON.stringify(index, (_key, value) => (value instanceof Map ? [...value] : value), 1);
  };
  build();
  for (const [what, file, text] of EDITS) {
    writeFileSync(path.join(root, file), text);
    const edited = build();
    emptyProcessCaches();
    expect(edited, what).toBe(build());
  }
});
