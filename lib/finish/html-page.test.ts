import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';
import { expect, test } from 'playwright/test';
import { type PageComment, type PageElement, parseHtmlPage } from './html-page';

/** What a page can contain where a shorter way to read it than a browser's could go wrong. */
const BODIES: readonly (readonly [what: string, body: string])[] = [
  ['attributes in every spelling', `<img SRC=a.png alt='a>b' title="&quot;&lt;&amp;copy &#39;x"><img src>`],
  ['attributes that are there twice', '<p style="a" style="b">x</p><img src="1" SRC="2">'],
  ['line ends of other systems', '<p style="a:b;\r\nc:d">x</p><script>a\r\nb\rc</script>'],
  ['scripts with what looks like tags', '<script>if (a<b && c>d) "<p style=x></p><!-- --></scrip>"</script>'],
  ['styles with what looks like tags', '<style>p::after{content:"<b hidden>"} /* </styl> */</style>'],
  ['end tags in other spellings', '<script>1</SCRIPT ><style>2</style\n><script>3</script a="b">'],
  ['text fields, titles and frames', '<textarea><p hidden></textarea><iframe src="x"><p hidden></iframe>'],
  ['comments in every form', '<!-- --><!----><!--$--><!--/$--><!-- a > b -- c --><!-- x --!><p hidden>'],
  ['what is no comment', '<!x><?php echo "<p hidden>" ?></ p><p hidden><![CDATA[ <b hidden> ]]>'],
  [
    'SVG with styles and scripts of its own',
    '<svg><style>a&gt;b</style><title><p hidden>x</p></title></svg>',
  ],
  [
    'HTML in SVG',
    '<svg><foreignObject><style>a>b&gt;</style><p hidden></p></foreignObject><style/></svg><style>c</style>',
  ],
  [
    'formulas',
    '<math><mi>x</mi><mtext><b style="a">y</b></mtext><annotation-xml><p/></annotation-xml></math>',
  ],
  ['self-closing tags', '<div hidden/><script src="a"/>x</script><img src="b"/><svg hidden/><p style="c"/>'],
  ['characters beyond the basic plane', '<p style="𝒳">𝒳</p><script>"𝒳"</script><!--𝒳--><p hidden>'],
  ['text that is no tag', 'a < b, 1<2, <3 & <> <é hidden> </> <p hidden>'],
];

for (const [what, body] of BODIES) {
  test(`reads as a browser does: ${what}`, () => {
    const html = `<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body class="a">${body}</body></html>`;
    const { elements, comments } = parseHtmlPage(html);
    const expected = readAsBrowser(html);
    expect(elements.map(toComparable)).toEqual(expected.elements);
    expect(comments).toEqual(expected.comments);
  });
}

test('collects the names and classes of the body', () => {
  const { names, classes } = parseHtmlPage(
    '<head><link class="no"></head><body class="a b"><p class=c><EM class="d" class>x</EM></p></body>',
  );
  expect([...names]).toEqual(['body', 'p', 'em']);
  expect([...classes]).toEqual(['a b', 'c', 'd']);
});

test('gives a script that never ends', () => {
  expect(parseHtmlPage('<p>x<script>go(').elements).toMatchObject([{ name: 'script', text: 'go(', end: 15 }]);
});

function toComparable({ name, attributes, text, start, end }: PageElement) {
  const hasEnd = name === 'script' || name === 'style';
  return { name, attributes: [...attributes], text, start, end: hasEnd ? end : undefined };
}

/** The same of a page by a parser that follows the HTML standard to the letter. */
function readAsBrowser(source: string) {
  const elements: ReturnType<typeof toComparable>[] = [];
  const comments: PageComment[] = [];
  const visit = (node: DefaultTreeAdapterMap['node']): void => {
    const place = 'sourceCodeLocation' in node ? node.sourceCodeLocation : undefined;
    if (place && defaultTreeAdapter.isCommentNode(node)) {
      const { startOffset: start, endOffset: end } = place;
      if (source.startsWith('<!--', start)) comments.push({ text: node.data, start, end });
    }
    if (place && defaultTreeAdapter.isElementNode(node)) {
      const attributes = node.attrs.map(({ name, value }): [string, string] => [name, value]);
      const isKept =
        /^(script|style|link|meta|img|iframe)$/.test(node.tagName) ||
        attributes.some(([name]) => name === 'style' || name === 'hidden');
      const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
      const hasText = node.tagName === 'script' || node.tagName === 'style';
      if (isKept)
        elements.push({
          name: node.tagName,
          attributes,
          text: hasText ? text : '',
          start: place.startOffset,
          end: hasText ? place.endOffset : undefined,
        });
    }
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(source, { sourceCodeLocationInfo: true }));
  return { elements, comments };
}
