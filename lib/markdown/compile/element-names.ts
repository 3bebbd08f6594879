import { htmlTagNames } from 'html-tag-names';
import { mathmlTagNames } from 'mathml-tag-names';
import { svgTagNames } from 'svg-tag-names';
import { AUTHOR_NAMES } from '../elements/components';

/** Names that drafts of HTML had for a while and no browser knows: authors write them as placeholders. */
const DRAFTS = ['command', 'content', 'element', 'shadow'];

const HTML = new Set(htmlTagNames.filter((name) => !DRAFTS.includes(name)));
const SVG = new Set(svgTagNames.map((name) => name.toLowerCase()));
const MATHML = new Set(mathmlTagNames);

/**
 * Says whether a tag of this name is an element in a Markdown text: one of HTML, obsolete ones included, or one with a
 * hyphen that is closed or has attributes: `<your-name>` is a gap to fill in. Names of SVG and MathML are elements in texts that contain an `<svg>` or `<math>`; `cp <path>` is none.
 * Components are elements in MDX only.
 */
export function createElementTest(source: string): (name: string) => boolean {
  const hasSvg = /<svg[\s>/]/i.test(source);
  const hasMath = /<math[\s>/]/i.test(source);
  return (name) => {
    if (AUTHOR_NAMES.some((component) => component === name)) return false;
    const lower = name.toLowerCase();
    if (lower.includes('-') && !HTML.has(lower)) return isUsedAsElement(lower, source);
    return isElementName(lower) || (hasSvg && SVG.has(lower)) || (hasMath && MATHML.has(lower));
  };
}

function isUsedAsElement(name: string, source: string): boolean {
  return new RegExp(`</${name}\\s*>|<${name}(?:\\s[^<>]*)?/>|<${name}\\s+[\\w:-]+=`, 'i').test(source);
}

/** True for what a text can name wherever it is: HTML, custom elements, and the roots of drawings and formulas. */
function isElementName(lower: string): boolean {
  return HTML.has(lower) || lower.includes('-') || lower === 'svg' || lower === 'math';
}

/** True for the name of an element of HTML, SVG or MathML, and of a custom element; in MDX, their case counts. */
export function isNativeElement(name: string): boolean {
  return isElementName(name) || SVG.has(name.toLowerCase()) || MATHML.has(name);
}
