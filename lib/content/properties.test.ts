import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'playwright/test';
import { buildIndex } from './build-index';
import { POST_FIELDS } from './fields';
import { parseFrontMatter } from './front-matter';
import { toPost } from './post';
import type { Problem } from './problems';
import type { ContentFiles, DocumentFile } from './read';

const RUNS = 1500;

/** Text as authors, editors and accidents make it. */
const word = fc.oneof(
  fc.constantFrom(
    'title',
    'C++',
    '日本語',
    '"',
    "'",
    ':',
    ': ',
    ' #',
    '---',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '|',
    '>',
    '&a',
    '*a',
    '!x',
    '%',
    '@',
    '`',
    '\t',
    '\\',
    '2024-02-31',
    '2024-03-15',
    'true',
    'null',
    '~',
    '<<',
    '...',
    '?',
    ',',
    '\u0000',
    '\uFEFF',
    '🎉',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(''));
const field = fc.tuple(
  fc.oneof(fc.constantFrom(...POST_FIELDS), word),
  fc.oneof(
    line,
    fc.constantFrom('Hello', '2024-03-15', '[a, b]', 'true', '"false"', '{ src: ./a.png, alt: A }', ''),
  ),
);
const block = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: field.map(([key, value]) => `${key}: ${value}`) },
      { weight: 1, arbitrary: line },
    ),
    {
      maxLength: 8,
    },
  )
  .map((lines) => lines.join('\n'));
const fence = fc.constantFrom('---', '---', '---', '---\r', '--- ', '----', '---js', '', '\n---', '+++');
const source = fc
  .tuple(fence, block, fence, fc.array(line, { maxLength: 5 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([open, fields, close, body, end]) => [open, ...fields.split('\n'), close, ...body].join(end));

function toFile(text: string, name = 'hello'): DocumentFile {
  const file = `posts/${name}.md`;
  return {
    file,
    source: text,
    name,
    format: 'md',
    folder: '/content/posts',
    assets: [],
    problems: [],
  };
}

function indexFiles(posts: readonly DocumentFile[]) {
  const nothing = {
    tags: undefined,
    authors: undefined,
    site: undefined,
    strings: undefined,
    style: undefined,
    components: [],
    pages: [],
    parts: [],
    problems: [],
  };
  const files: ContentFiles = { root: '/content', posts, ...nothing };
  return buildIndex(files, '2024-06-01', 'author');
}

/** `assert` here, since `expect` takes a hundred times as long and these tests ask thousands of times. */
function assertPlaceInside(text: string, problem: Problem): void {
  const lines = text.split(/\r\n|\r|\n/);
  const line = lines[problem.line - 1];
  assert.equal(problem.frame, line);
  assert.ok(problem.column >= 1 && problem.column <= (line ?? '').length + 1, `column ${problem.column}`);
  assert.match(problem.message, /\S.*[.?]$/s);
  assert.notEqual(problem.remedy, '');
}

test('whatever a file holds, it becomes a post or a list of problems with places in it', () => {
  fc.assert(
    fc.property(source, (text) => {
      const post = toPost(toFile(text));
      for (const problem of post.problems) assertPlaceInside(text, problem);
      const hasError = post.problems.some(({ severity }) => severity === 'error');
      assert.equal(post.fields === undefined, hasError);
    }),
    { numRuns: RUNS },
  );
});

test('every field that a file gives is in the post or in a problem', () => {
  fc.assert(
    fc.property(source, (text) => {
      const parsed = parseFrontMatter(text);
      if (!parsed.ok) {
        assert.ok(parsed.problems.length > 0);
        return;
      }
      const post = toPost(toFile(text));
      const messages = post.problems.map(({ message }) => message).join('\n');
      for (const [key, value] of Object.entries(parsed.value.data)) {
        const isKept = ['', 'null', '~'].includes(String(value)) || Object.hasOwn(post.values, key);
        assert.ok(isKept || messages.includes(`"${key}`), `${key} of ${JSON.stringify(text)}`);
      }
    }),
    { numRuns: RUNS },
  );
});

test('every line between the hyphens is a field, a remark, a part of a value, or reported', () => {
  const plain = fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,3}$/);
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), plain, { maxKeys: 6 }), (fields) => {
      const text = `---\n${Object.entries(fields)
        .map(([key, value]) => `${key}: ${value}\n`)
        .join('')}---\n`;
      const parsed = parseFrontMatter(text);
      assert.deepEqual(parsed.ok && { ...parsed.value.data }, { ...fields });
    }),
    { numRuns: RUNS },
  );
});

test('the body is kept byte for byte', () => {
  const body = fc
    .array(fc.oneof(line, fc.string({ unit: 'grapheme' })), { maxLength: 8 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(body, (text) => {
      const asRead = text.replace(/\r\n?/g, '\n');
      const parsed = parseFrontMatter(`---\ntitle: Hello\n---\n${text}`);
      assert.equal(parsed.ok && parsed.value.body, asRead);
      assert.equal(parsed.ok && parsed.value.bodyLine, 4);
    }),
    { numRuns: RUNS },
  );
});

test('an index can be built from anything, and loses no file', () => {
  fc.assert(
    fc.property(fc.array(source, { maxLength: 4 }), (texts) => {
      const files = texts.map((text, number) => toFile(text, `post-${number}`));
      const index = indexFiles(files);
      const shown = [...index.postsBySlug.values(), ...index.broken].map(({ file }) => file).sort();
      assert.deepEqual(shown, files.map(({ file }) => file).sort());
      for (const problem of index.problems) {
        const owner = files.find(({ file }) => file === problem.file);
        assertPlaceInside(owner?.source ?? '', problem);
      }
    }),
    { numRuns: 500 },
  );
});

test('the texts of sound fields reach the post as they were written', () => {
  const text = fc
    .stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} !?.;-]{0,30}[\p{L}\p{N}]$/u)
    .map((value) => value.normalize('NFC'));
  fc.assert(
    fc.property(text, text, (title, description) => {
      const quote = (value: string) => JSON.stringify(value);
      const source = `---\ntitle: ${quote(title)}\ndescription: ${quote(description)}\ndate: 2024-03-15\n---\n`;
      const post = indexFiles([toFile(source)]).posts[0];
      assert.deepEqual([post?.plain?.title, post?.plain?.description], [title, description]);
    }),
    { numRuns: RUNS },
  );
});
