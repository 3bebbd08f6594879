import type { Root } from 'hast';
import type { Report } from '../compile/report';
import { visit } from '../compile/visit';

/** Script elements of any other type are data, which a page may hold. */
const EXECUTABLE =
  /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma|j)script)$/i;

/**
 * Rehype plugin: reports what the pages' security policy refuses to run: scripts, handlers in attributes,
 * `javascript:` addresses, plug-ins. And frames, which would load something before the reader asks.
 */
export function reportRunningCode({ report }: { report: Report }) {
  return (tree: Root) => {
    let place = { line: 1, column: 1 };
    const ofDrawings = new Set<unknown>();
    visit(tree, (node) => {
      place = node.position?.start ?? place;
      const element = toElement(node);
      if (element?.name === 'svg' || ofDrawings.has(node)) markChildren(node, ofDrawings);
      if (!element) return;
      const { name, attributes } = element;
      if (name === 'script' && EXECUTABLE.test(String(attributes.get('type') ?? '').trim())) {
        const remedy =
          'Make it a component, in components of the content folder or beside the post; data may be in <script type="application/json">.';
        report(place, 'error', 'A script in a text does not run.', remedy);
      }
      if (name === 'object' || name === 'embed') {
        report(
          place,
          'error',
          `The element <${name}> loads nothing here.`,
          'Use an image, a video, or <Embed>.',
        );
      }
      if (name === 'iframe') {
        const remedy = 'In .mdx write <Embed url="…" title="…">, which asks first.';
        report(place, 'warning', 'A frame loads from elsewhere before the reader asks for it.', remedy);
      }
      if (OF_HEAD.test(name) && !ofDrawings.has(node) && !attributes.has('itemProp')) {
        const remedy = `Remove it; <${name}> belongs in the head of a page, which the fields above the text fill.`;
        report(place, 'error', `The element <${name}> has no place in a text.`, remedy);
      }
      const action = attributes.get('action');
      if (name === 'form' && typeof action === 'string' && /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(action)) {
        const remedy =
          'Link to a page with the form instead, or send it to a path of this site: action="/…".';
        report(
          place,
          'error',
          `The security policy of the pages keeps this form from being sent to ${action.trim()}.`,
          remedy,
        );
      }
      for (const [key, value] of attributes) {
        if (/^on[a-z]/i.test(key) && typeof value === 'string') {
          const remedy = 'Take it out; what moves belongs in a component.';
          report(place, 'error', `The handler ${key.toLowerCase()} of <${name}> does not run.`, remedy);
        }
        if (ADDRESS.test(key) && typeof value === 'string' && isScriptUrl(value)) {
          report(
            place,
            'error',
            `The address "${value.replace(/\s+/g, '')}" does not run.`,
            'Link to a page, or take it out.',
          );
        }
      }
    });
  };
}

/** Elements that a page has in its head, and that React moves there. */
const OF_HEAD = /^(?:meta|base|title|link)$/;

/** Attributes with an address that a browser goes to or runs, as HTML, JSX and the tree spell them. */
const ADDRESS = /^(?:href|src|action|formaction|xlink:?href|poster|data)$/i;

/** A drawing has a title of its own, which is no element of the page's head. */
function markChildren(node: Root | Root['children'][number], ofDrawings: Set<unknown>): void {
  if ('children' in node) for (const child of node.children) ofDrawings.add(child);
}

interface ElementFacts {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, unknown>;
}

function toElement(node: Root | Root['children'][number]): ElementFacts | undefined {
  if (node.type === 'element') {
    return { name: node.tagName, attributes: new Map(Object.entries(node.properties)) };
  }
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  if (node.name === null || /^\p{Lu}|\./u.test(node.name)) return undefined;
  const named = node.attributes.filter((attribute) => attribute.type === 'mdxJsxAttribute');
  return { name: node.name, attributes: new Map(named.map(({ name, value }) => [name, value])) };
}

/** Browsers skip spaces and control characters in the scheme of an address. */
function isScriptUrl(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that browsers skip.
  return /^javascript:/i.test(url.replace(/[\u0000-\u0020]/g, ''));
}
