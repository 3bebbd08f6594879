import { expect, test } from 'playwright/test';
import { element, escapeXml } from './xml';

test('text stays text, whatever characters it has', () => {
  expect(escapeXml(`</script> & "a" 'b' ]]> <!--`)).toBe(
    '&lt;/script&gt; &amp; &quot;a&quot; &apos;b&apos; ]]&gt; &lt;!--',
  );
  expect(escapeXml('日本語 🎉')).toBe('日本語 🎉');
});

test('characters that XML cannot hold are left out', () => {
  expect(escapeXml('a\u0000\u0008\u000B\uFFFE\uD800b\tc\nd')).toBe('ab\tc\nd');
});

test('an element has its attributes escaped, and none is made of nothing', () => {
  expect(element('a', 'x < y', { href: 'https://example.com/?a=1&b="2"' })).toBe(
    '<a href="https://example.com/?a=1&amp;b=&quot;2&quot;">x &lt; y</a>',
  );
  expect(element('a', undefined)).toBe('');
});
