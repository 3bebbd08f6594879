import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'playwright/test';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from '../compile/visit';
import { drawGraph } from './draw-graph';
import { listRemarkElements, listSyntax } from './elements';
import { toFrameUrl } from './embeds';
import { drawBranches } from './file-trees';
import { renderMath } from './math';
import { arrangeTables } from './tables';

/** The HTML of a Markdown text, formulas and code left as they are, and what was reported as `line severity message`. */
async function read(source: string): Promise<{ html: string; reports: string[] }> {
  const reports: string[] = [];
  const plugins = listRemarkElements(source, ({ line }, severity, message) => {
    reports.push(`${line} ${severity} ${message}`);
  });
  const processor = unified()
    .use(remarkParse)
    .use(listSyntax(source))
    .use(plugins)
    .use(remarkRehype)
    .use(arrangeTables);
  const tree = await processor.run(processor.parse(source), source);
  return { html: toHtml(tree).replaceAll('\n', ''), reports };
}

test.describe('callouts', () => {
  test('a quotation that opens with a mark is one, whatever its case', async () => {
    expect((await read('> [!NOTE]\n> Body.')).html).toBe(
      '<blockquote data-callout="note"><p>Body.</p></blockquote>',
    );
    expect((await read('> [!tip] *Body* on\n> one line.')).html).toContain(
      'data-callout="tip"><p><em>Body</em> onone',
    );
    expect((await read('> [!CAUTION]\n>\n> - list')).html).toContain('data-callout="caution"><ul>');
  });

  test('an unknown kind is reported and stays', async () => {
    const { html, reports } = await read('\n> [!WARNNG]\n> Body.');
    expect(html).toContain('<blockquote><p>[!WARNNG]');
    expect(reports).toEqual(['2 warning There is no callout [!WARNNG].']);
  });

  test('escaped brackets, other brackets and empty quotations are text', async () => {
    for (const source of ['> \\[!NOTE]', '> [note]', '>', '> ![NOTE](x.png)', 'Text [!NOTE]']) {
      const { html, reports } = await read(source);
      expect(html, source).not.toContain('data-callout');
      expect(reports, source).toEqual([]);
    }
  });
});

test.describe('notes', () => {
  test('a note stands after its paragraph, and both link to each other', async () => {
    const { html } = await read('One.[^a]\n\nTwo.\n\n[^a]: *Note*.');
    expect(html).toMatch(
      /One\.<sup><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-describedby="fn-1">1<\/a><\/sup><\/p><aside/,
    );
    expect(html).toMatch(
      /<a href="#fnref-1" class="sidenote-mark"[^>]*>1<\/a><em>Note<\/em>\.<\/aside><p>Two/,
    );
  });

  test('two references share a note, and only the first has the id that the note leads back to', async () => {
    const { html } = await read('One[^a] and[^b][^a].\n\n[^a]: A.\n[^b]: B.');
    expect(html.match(/<aside/g)).toHaveLength(2);
    expect(html.match(/id="fnref-1"/g)).toHaveLength(1);
    expect(html).toContain('<sup>, <a href="#fn-1" role=');
  });

  test('a note within a note follows it, also where they turn in circles', async () => {
    const { html, reports } = await read('One.[^a]\n\n[^a]: A[^b].\n[^b]: B[^a].');
    expect(html.indexOf('id="fn-1"')).toBeLessThan(html.indexOf('id="fn-2"'));
    expect(reports).toEqual([]);
  });

  test('notes of tables, headings, lists and definitions stand where a block may stand', async () => {
    const table = await read('| a[^n] |\n| --- |\n| b |\n\n: Caption.\n\n[^n]: N.');
    expect(table.html).toMatch(/<table[^>]*><caption id="table-1">Caption\.<\/caption>.*<\/table><aside/);
    expect((await read('# Head[^n]\n\n[^n]: N.')).html).toMatch(/<\/h1><aside/);
    expect((await read('- item[^n]\n\n[^n]: N.')).html).toMatch(/<li>item<sup>.*<\/aside><\/li>/);
    expect((await read('Term\n: Text[^n]\n\n[^n]: N.')).html).toMatch(/<\/dl><aside/);
    expect((await read('> [!NOTE]\n> Text[^n]\n\n[^n]: N.')).html).toMatch(/<\/aside><\/blockquote>/);
  });

  test('paragraphs and code of a note are kept', async () => {
    const { html } = await read('One.[^a]\n\n[^a]: First.\n\n    Second.\n\n        code');
    expect(html).toMatch(/<aside[^>]*><p><a [^>]*>1<\/a>First\.<\/p><p>Second\.<\/p><pre>/);
  });

  test('what leads nowhere is reported', async () => {
    const { reports } = await read(
      'One[^notee] and [^b] and \\[^c] and `[^d]`.\n\n[^notes]: A.\n\n[^e]: E.\n[^e]: E.',
    );
    expect(reports).toEqual([
      '6 warning There are two notes [^e]; only the first is shown.',
      '3 warning Nothing refers to the note [^notes].',
      '5 warning Nothing refers to the note [^e].',
      '1 warning There is no note [^notee]. Did you mean [^notes]?',
      '1 warning There is no note [^b].',
    ]);
  });

  test('a note is raised to its line, unless the note before it is in the way', async () => {
    const text = 'words '.repeat(60);
    expect((await read(`A[^a] ${text}\n\n[^a]: N.`)).html).toContain('class="sidenote beside-6"');
    const long = await read(`A[^a] ${text}B[^b]\n\n[^a]: ${text}\n[^b]: N.`);
    expect(long.html).toMatch(/class="sidenote" id="fn-2"/);
  });
});

test.describe('definition lists', () => {
  test('terms and definitions of neighbouring paragraphs are one list', async () => {
    const { html } = await read('A\n: one\n: *two*\n\nB\nC\n: three\nmore');
    expect(html).toBe(
      '<dl><dt>A</dt><dd>one</dd><dd><em>two</em></dd><dt>B</dt><dt>C</dt><dd>threemore</dd></dl>',
    );
  });

  test('a colon elsewhere is text', async () => {
    for (const source of [': alone', 'A\n:smile:', 'A: b\nC: d', 'A `\n: b`']) {
      expect((await read(source)).html, source).not.toContain('<dl>');
    }
  });
});

test.describe('abbreviations', () => {
  test('whole words are marked, the first with its meaning', async () => {
    const { html } = await read('HTML, XHTML and `HTML`; HTML.\n\n*[HTML]: HyperText "Markup" & more');
    expect(html).toBe(
      '<p><abbr title="HyperText &#x22;Markup&#x22; &#x26; more">HTML</abbr>, XHTML and <code>HTML</code>; <abbr>HTML</abbr>.</p>',
    );
  });

  test('characters with a meaning in patterns are letters here', async () => {
    expect((await read('Use C++ or $.a.\n\n*[C++]: See plus plus')).html).toContain('>C++</abbr> or');
  });

  test('an unused one is reported at its line', async () => {
    expect((await read('Text.\n\n*[A]: b\n*[C]: d')).reports).toEqual([
      '3 warning The abbreviation A is explained but never used.',
      '4 warning The abbreviation C is explained but never used.',
    ]);
  });
});

test.describe('formulas', () => {
  const isMath = async (source: string) => (await read(source)).html.includes('language-math');

  test('money and variables of the shell are text', async () => {
    for (const source of [
      'It costs $5 and $6.',
      'US$10, not $7-$9.',
      'From $HOME to $PATH and $HOME/$USER.',
      '\\$x\\$',
      '`$x$`',
      '$ x $',
      'a$b$c',
      'an open $x',
    ]) {
      expect(await isMath(source), source).toBe(false);
    }
  });

  test('what stands between dollar signs is a formula', async () => {
    for (const source of ['$x$', '($n$)', 'for $5 + x$, too', '$a\nb$', '$\\$5$', '$$x$$', '$$\nx\n$$']) {
      expect(await isMath(source), source).toBe(true);
    }
  });

  test('emphasis between amounts is kept', async () => {
    expect((await read('From $5 to **$6** and $7.')).html).toContain('<strong>$6</strong>');
  });

  test('a formula alone in its paragraph stands on a line of its own', async () => {
    expect((await read('$$x$$')).html).toContain('<pre><code class="language-math math-display">');
    expect((await read('$x$')).html).toContain('math-inline');
  });

  test('what touches a formula stays on its line', async () => {
    const show = async (source: string) => {
      const processor = unified()
        .use(remarkParse)
        .use(listSyntax(source))
        .use(listRemarkElements(source, () => undefined))
        .use(remarkRehype)
        .use(renderMath, { report: () => undefined });
      const tree = await processor.run(processor.parse(source), source);
      visit(tree, 'mdxJsxTextElement', (_node, at, parent) => {
        if (parent && at !== undefined) parent.children[at] = { type: 'text', value: 'F' };
      });
      return toHtml(tree);
    };
    for (const [source, html] of [
      ['For $n$, it', 'For <span class="unbroken">F,</span> it'],
      ['see ("$n$").', 'see <span class="unbroken">("F").</span>'],
      ['an $m$-fold', 'an <span class="unbroken">F-</span>fold'],
      ['a, $n$ and $m$', 'a, F and F'],
    ] as const)
      expect(await show(source)).toBe(`<p>${html}</p>`);
  });

  test('no text stops the parser', async () => {
    const parts = fc.constantFrom('$', '\\', ' ', '\n', 'a', '1', '{', '*', '`', '[^a]', ': ', '> [!NOTE]');
    const source = fc.array(parts, { maxLength: 30 }).map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(source, async (text) => expect(typeof (await read(text)).html).toBe('string')),
      { numRuns: 200 },
    );
  });
});

test.describe('tables', () => {
  test('columns of numbers are set to the end, others are not', async () => {
    const { html } = await read(
      '| a | n | mixed | given |\n| - | - | - | :-: |\n| x | 1.5 ms | 1 | 1 |\n| y | −3 % | z | 2 |\n| z | – | 2 | 3 |',
    );
    expect(html).toContain('<th>a</th><th class="cell-end">n</th><th>mixed</th><th class="cell-middle">');
    expect(html).not.toMatch(/align=|style=/);
  });

  test('a number may have an exponent', async () => {
    const { html } = await read('| x |\n| - |\n| 5.684341886080801e-14 |\n| 1e21 |');
    expect(html.match(/cell-end/g)).toHaveLength(3);
  });

  test('dates, words and empty columns are not numbers', async () => {
    const { html } = await read('| d | w | e |\n| - | - | - |\n| 2026-10-05 | 3 little pigs | |');
    expect(html).not.toContain('cell-end');
  });
});

test('a tree of files gets its branches, and keeps those it has', () => {
  expect(drawBranches('a/\n  b/\n    c\n  d\ne')).toBe('a/\n├─ b/\n│  └─ c\n└─ d\ne');
  expect(drawBranches('a\n\tb\n\n\tc')).toBe('a\n├─ b\n└─ c');
  expect(drawBranches('a\n└── b\n')).toBe('a\n└── b');
  expect(drawBranches('')).toBe('');
});

test('addresses of pages become addresses of frames', () => {
  const youtube = 'https://www.youtube-nocookie.com/embed/abc_-1?autoplay=1';
  for (const url of [
    'https://www.youtube.com/watch?v=abc_-1',
    'https://youtu.be/abc_-1?si=x',
    'https://m.youtube.com/shorts/abc_-1',
  ]) {
    expect(toFrameUrl(url)).toBe(youtube);
  }
  expect(toFrameUrl('https://youtu.be/abc_-1?t=1m5s')).toBe(`${youtube}&start=65`);
  expect(toFrameUrl('https://vimeo.com/channels/staff/123')).toBe('https://player.vimeo.com/video/123?dnt=1');
  expect(toFrameUrl('https://maps.example/x?y')).toBe('https://maps.example/x?y');
  for (const url of ['', 'javascript:alert(1)', 'http://a.example', 'https://user:pass@a.example', '//a.b']) {
    expect(toFrameUrl(url), url).toBeUndefined();
  }
});

test.describe('diagrams', () => {
  test('a drawing has no style, no id, no title and no colour of its own', async () => {
    const { svg, problems } = await drawGraph(
      'digraph { a -> b [label="x < y & z", color=red]; b [style=filled]; c [URL="javascript:alert(1)"] }',
    );
    expect(problems).toEqual([]);
    expect(svg?.html).toContain('stroke-rubric');
    expect(svg?.html).toContain('x &lt; y &amp; z');
    expect(svg?.html).not.toMatch(/style=|id=|<title|<a\b|javascript|"black"|font-family/);
    expect(svg?.width).toBeGreaterThan(0);
  });

  test('markup in a label is text', async () => {
    const { svg } = await drawGraph('digraph { a [label="<script>alert(1)</script>"] }');
    expect(svg?.html).not.toContain('<script');
  });

  test('errors name their line, colours that ignore the theme are warnings', async () => {
    const { svg, problems } = await drawGraph('digraph {\n  a -> -> b\n}');
    expect(svg).toBeUndefined();
    expect(problems).toMatchObject([{ severity: 'error', line: 2 }]);
    const { problems: warnings } = await drawGraph('digraph { a [color=pink] }');
    expect(warnings).toMatchObject([{ severity: 'warning', line: 0 }]);
  });
});
