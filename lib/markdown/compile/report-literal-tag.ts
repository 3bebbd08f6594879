import { placeAt } from '../../content/problems';
import { AUTHOR_NAMES } from '../elements/components';
import type { Report } from './report';

/** Reports a tag of a `.md` text that is shown as it is written, because no element has its name. */
export function reportLiteralTag(tag: string, source: string, offset: number, report: Report): void {
  const name = /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? '';
  const [message, remedy] = isComponent(name, tag, source)
    ? [
        `<${name}> is shown as text: components work in .mdx only.`,
        'Rename the file to .mdx, or put the tag between back-ticks.',
      ]
    : [
        `<${name}> is no element of HTML and is shown as text.`,
        `Put it between back-ticks: \`${tag.replace(/\s+/g, ' ')}\`.`,
      ];
  report(placeAt(source, offset), 'warning', message, remedy);
}

/** `Vec<T>` has a name in upper case too, but neither attributes nor a slash. */
function isComponent(name: string, tag: string, source: string): boolean {
  if (AUTHOR_NAMES.some((known) => known === name)) return true;
  if (name.includes(':')) return false;
  // A type in code is never closed.
  if (/^\p{Lu}\w+$/u.test(name) && source.includes(`</${name}>`)) return true;
  return /^\p{Lu}/u.test(name) && (/\s[\w-]+\s*=|\/>$/.test(tag) || name.length > 12);
}
