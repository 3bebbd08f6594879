import { nameToEmoji } from 'gemoji';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../compile/visit';

/** A name between colons that stand alone: neither `std::map::key` nor `10:30:45` has one. */
const NAMES = /(?<![\w:]):(\+1|-1|[a-z0-9_+-]+):(?![\w:])/g;

/** The same in the source, where a backslash makes it text. */
const WRITTEN = /(\\?)(?<![\w:]):(?:\+1|-1|[a-z0-9_+-]+):(?![\w:])/g;

/** Remark plugin: the names that GitHub gives to emoji (`:tada:`) are these emoji. `\:tada:` is text. */
export function writeEmoji() {
  return (tree: Root, file: VFile) => {
    const source = String(file);
    visit(tree, 'text', (node) => {
      if (!node.value.includes(':')) return;
      const written = source.slice(node.position?.start.offset, node.position?.end.offset);
      const escaped = [...written.matchAll(WRITTEN)].map(([, backslash]) => backslash !== '');
      let place = 0;
      node.value = node.value.replace(NAMES, (name: string, key: string) => {
        const emoji = Object.hasOwn(nameToEmoji, key) ? nameToEmoji[key] : undefined;
        const isText = escaped[place] ?? false;
        place += 1;
        return emoji === undefined || isText ? name : emoji;
      });
    });
  };
}
