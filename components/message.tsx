import { Fragment, type ReactNode } from 'react';
import type { MessageName } from '@/lib/site/strings/en';
import { type Strings, splitList, splitMessage } from '@/lib/site/strings/messages';

interface MessageProps {
  strings: Strings;
  name: MessageName;
  /** What stands for `{name}`. */
  values?: Readonly<Record<string, ReactNode>>;
  /** The link around the text of `<name>…</name>`. */
  links?: Readonly<Record<string, (text: string) => ReactNode>>;
}

/** An interface string with elements in it. */
export function Message({ strings, name, values = {}, links = {} }: MessageProps) {
  return splitMessage(strings, name).map((part, index) => {
    const node =
      typeof part === 'string'
        ? part
        : 'value' in part
          ? values[part.value]
          : (links[part.link]?.(part.text) ?? part.text);
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text have no other name than their place.
    return <Fragment key={index}>{node}</Fragment>;
  });
}

/** Items as a sentence lists them: `A, B and C`. */
export function MessageList({ items, language }: { items: readonly ReactNode[]; language: string }) {
  return splitList(items.length, language).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the items of a sentence have no other name than their place.
    <Fragment key={index}>{typeof part === 'number' ? items[part] : part}</Fragment>
  ));
}
