import { formatMessage, type Strings } from '@/lib/site/strings/messages';
import type { CodeBlockProps as Block } from '../../lib/markdown/code/types';
import { labelCode } from './code-labels';

type CodeBlockProps = Block & { strings: Strings };

/** Columns of a 320 px screen; a block with longer lines scrolls there at least. */
const narrowestColumns = 32;

/**
 * A block of code, or several variants of it as tabs. The element `colophon-code` around it is where a script
 * adds Copy, links to a range of lines and the removal of `tabindex` where nothing scrolls; all else works without.
 */
export function CodeBlock(props: CodeBlockProps) {
  if (props.tabs) return <CodeTabs {...props} tabs={props.tabs} />;
  const { id, language, title, caption, folded, lines, strings } = props;
  const Frame = title || caption ? 'figure' : 'div';
  return (
    <colophon-code class={toClasses(props)} id={id} data-language={language}>
      <Frame>
        <Head {...props} />
        <Code {...props} />
        {folded && (
          <details className="code-all">
            <summary>
              <span>{formatMessage(strings, 'showAllLines', { count: lines })}</span>
              <span>{formatMessage(strings, 'showFirstLines')}</span>
            </summary>
          </details>
        )}
        {caption && <figcaption className="code-caption">{caption}</figcaption>}
      </Frame>
    </colophon-code>
  );
}

function Head({ title, label, caption, strings }: CodeBlockProps) {
  // A figure has one caption: the sentence below it, or else its title.
  const Name = title && !caption ? 'figcaption' : 'div';
  return (
    <Name className={title || label ? 'code-head' : 'code-head code-head-bare'}>
      {title && <span className="code-title">{title}</span>}
      {label && <span className="code-language">{label}</span>}
      <button type="button" className="code-copy" hidden>
        {formatMessage(strings, 'copy')}
      </button>
    </Name>
  );
}

function Code({ html, name, columns, wrap, strings }: CodeBlockProps) {
  // A group rather than a region: a page of many blocks would be a page of many landmarks.
  const label = [formatMessage(strings, 'code'), name].filter(Boolean).join(': ');
  const scroller =
    columns > narrowestColumns && !wrap ? { tabIndex: 0, role: 'group', 'aria-label': label } : {};
  return (
    <pre dir="ltr" translate="no" {...scroller}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by lib/markdown/code, which escapes the text. */}
      <code dangerouslySetInnerHTML={{ __html: labelCode(html, strings) }} />
    </pre>
  );
}

/** One variant at a time by radio buttons, without a script; the choice is remembered by `colophon-tabs`. */
function CodeTabs({ id = 'code', group, wide, tabs, strings }: CodeBlockProps & { tabs: readonly Block[] }) {
  return (
    <colophon-tabs class={wide ? 'code-tabs code-wide' : 'code-tabs'} data-group={group}>
      <div className="code-tab-list" role="radiogroup" aria-label={formatMessage(strings, 'codeVariant')}>
        {tabs.map(({ tab }, index) => (
          <label key={tab}>
            <input type="radio" name={`${id}-tabs`} value={tab} defaultChecked={index === 0} />
            {tab}
          </label>
        ))}
      </div>
      {tabs.map((block) => (
        <div key={block.tab} className="code-tab">
          <p className="code-tab-name">{block.tab}</p>
          <CodeBlock {...block} strings={strings} />
        </div>
      ))}
    </colophon-tabs>
  );
}

function toClasses({ digits, signs, terminal, wrap, wide, folded }: Block): string {
  return [
    'code',
    digits && `code-digits-${digits}`,
    signs && 'code-signs',
    terminal && 'code-terminal',
    wrap && 'code-wrap',
    wide && 'code-wide',
    folded && 'code-folded',
  ]
    .filter(Boolean)
    .join(' ');
}
