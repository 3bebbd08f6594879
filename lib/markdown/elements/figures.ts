import type { Element, ElementContent, Root } from 'hast';
import { suggest } from '../../content/suggest';
import type { Report } from '../compile/report';
import { SKIP, visit } from '../compile/visit';

const FILMS = /\.(?:mp4|m4v|webm|mov)$/i;
const SOUNDS = /\.(?:mp3|m4a|ogg|oga|opus|wav|flac)$/i;

/** What may stand after `#` in the address of an image, joined by commas: how wide it is, whether dark inverts it. */
const FLAGS = ['wide', 'page', 'ink'];

/**
 * Rehype plugin: `![…](photo.jpg#wide)` makes an image wider than the text, `![…](film.mp4)` a video and
 * `![…](talk.mp3)` a recording with controls.
 */
export function arrangeFigures({ report }: { report: Report }) {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      const { src } = node.properties;
      if (node.tagName === 'video' || node.tagName === 'audio') reportAutoplay(node, report);
      if (node.tagName !== 'img' || typeof src !== 'string' || !parent || index === undefined)
        return undefined;
      const [address = '', fragment] = src.split('#');
      const path = address.split('?')[0] ?? '';
      if (FILMS.test(path)) parent.children[index] = toPlayer('video', node);
      else if (SOUNDS.test(path)) parent.children[index] = toPlayer('audio', node);
      else if (fragment !== undefined && !/\.svg$/i.test(path)) readFlags(node, address, fragment, report);
      else if (fragment !== undefined && FLAGS.includes(fragment)) readFlags(node, address, fragment, report);
      return SKIP;
    });
  };
}

function readFlags(
  { properties, position }: Element,
  address: string,
  fragment: string,
  report: Report,
): void {
  const flags = fragment.split(',');
  const unknown = flags.find((flag) => !FLAGS.includes(flag));
  if (unknown !== undefined) {
    const close = suggest(unknown, FLAGS);
    const remedy =
      close === undefined ? 'Write #wide, #page or #ink, or nothing.' : `Did you mean #${close}?`;
    report(
      position?.start ?? { line: 1, column: 1 },
      'warning',
      `An image cannot be shown as "#${unknown}".`,
      remedy,
    );
    return;
  }
  properties.src = address;
  properties.dataShow = flags.join(' ');
}

function toPlayer(tagName: 'video' | 'audio', { properties, position }: Element): ElementContent {
  const { src, alt, title } = properties;
  const named = typeof alt === 'string' && alt !== '' ? { ariaLabel: alt } : {};
  return {
    type: 'element',
    tagName,
    properties: { src, controls: true, ...named, ...(title !== undefined && { title }) },
    children: [],
    ...(position && { position }),
  };
}

function reportAutoplay({ tagName, properties, position }: Element, report: Report): void {
  if (!properties.autoPlay) return;
  const place = position?.start ?? { line: 1, column: 1 };
  report(
    place,
    'warning',
    `This ${tagName} would play on its own; it waits for the reader.`,
    'Take autoplay out.',
  );
}
