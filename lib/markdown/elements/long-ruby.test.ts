import { expect, test } from 'playwright/test';
import { compileText } from '../compile/compile';

/** For each ruby of a text, whether it is marked. */
async function listMarks(body: string, format: 'md' | 'mdx' = 'md'): Promise<boolean[]> {
  const { code } = await compileText({ format, title: 'T', body, bodyLine: 1 });
  return [...code.matchAll(/ruby, \{|"ruby", \{/g)].map(({ index }) =>
    /^[^}]{0,40}long-ruby/.test(code.slice(index)),
  );
}

const SHORT = '<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>';
const PAIRS = `<ruby>${'漢<rt>かん</rt>字<rt>じ</rt>'.repeat(20)}</ruby>`;
const LONG_BASE = `<ruby>${'漢字'.repeat(6)}<rt>x</rt></ruby>`;
const LONG_NOTE = `<ruby>漢<rt>${'several words '.repeat(4)}</rt></ruby>`;

for (const format of ['md', 'mdx'] as const) {
  test(`ruby that may be wider than a screen is marked, and no other, in ${format}`, async () => {
    expect(await listMarks(`One ${SHORT} two ${PAIRS} three.`, format)).toEqual([false, false]);
    expect(await listMarks(`One ${LONG_BASE} two ${LONG_NOTE} three.`, format)).toEqual([true, true]);
    expect(await listMarks(LONG_NOTE, format)).toEqual([true]);
    const { code } = await compileText({ format, title: 'T', body: `${LONG_NOTE} ${SHORT}`, bodyLine: 1 });
    expect(code.match(/children: "\s?[()]"/g)).toEqual(
      [' (', ')', '(', ')'].map((sign) => `children: "${sign}"`),
    );
  });
}
