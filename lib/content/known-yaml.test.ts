import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { emptyProcessCaches } from '../cache/process-cache';
import { keepYaml, readYaml } from './known-yaml';
import { parseYaml } from './yaml';

keepEnvironment();

let cache: string;

test.beforeEach(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'known-yaml-'));
  process.env.CACHE_DIR = cache;
  emptyProcessCaches();
});

test.afterEach(() => {
  rmSync(cache, { recursive: true });
  emptyProcessCaches();
});

/** Everything that may be asked of a text. */
function ask(parse: typeof parseYaml, text: string) {
  const { value, problems, comments, place, has, isQuoted } = parse(text, 'It');
  const paths = [[], ['title'], ['tags'], ['tags', 1], ['deep', 'er'], ['none'], ['__proto__']];
  return {
    ...{ value, problems, comments },
    asked: paths.map((at) => [place(at), place(at, 'key'), has(at), isQuoted(at)]),
  };
}

for (const [name, text] of Object.entries({
  'ordinary fields': 'title: "A: b"\ntags:\n  - one\n  - \'two\'\ndraft: true\ndeep: { er: "x" }\n',
  nothing: '',
  'one word': 'word',
  'a list': '- a\n- b\n',
  'a comment like text': 'title: C #1\nother: A #b\n',
  'a comment': 'title: C # not a title\n',
  'what is not YAML': 'title: "never closed\n',
  'an anchor': 'title: &a b\nother: *a\n',
  'names of objects': '__proto__: a\nconstructor: b\ntoString: "c"\n',
})) {
  test(`${name}: the same in the run that reads it first and in the next`, () => {
    const expected = ask(parseYaml, text);
    expect(ask(readYaml, text)).toEqual(expected);
    readYaml('title: Another\n', 'It');
    keepYaml();
    expect(ask(readYaml, text)).toEqual(expected);
    emptyProcessCaches();
    expect(ask(readYaml, text)).toEqual(expected);
  });
}
