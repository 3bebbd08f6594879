import { expect, test } from 'playwright/test';
import { indexContent } from '../../lib/content/write-content';
import { highlightCode } from '../../lib/markdown/code/highlight';
import { labelCode } from './code-labels';

const block = (meta: string, code = 'a\nb\nc\nd') =>
  highlightCode({ code, language: 'text', meta, id: 'code-1' });

test('folds and links to lines have names in the language of the site', async () => {
  const { strings } = indexContent({ 'site.ts': "export default { language: 'de' };" });
  const { props } = await block('collapse={2-3} showLineNumbers');
  const html = labelCode(props.html, strings);
  expect(html).toContain('aria-label="2 Zeilen zeigen" data-lines="2 Zeilen">');
  expect(html.match(/aria-label="Zeile \d"/g)).toEqual(
    [1, 2, 3, 4].map((line) => `aria-label="Zeile ${line}"`),
  );
});

test('a string of the blog cannot end the attribute, and code that looks like a fold stays code', async () => {
  const { strings } = indexContent({ 'strings.yml': "line: '\"><script>{number}'\n" });
  const { props } = await block('showLineNumbers', '<input type=checkbox class=fold data-lines=2>');
  const html = labelCode(props.html, strings);
  expect(html).toContain('aria-label="&quot;>&lt;script>1"');
  expect(html).not.toContain('aria-label="Show');
});
