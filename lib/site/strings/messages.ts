import type { MessageName } from './en';

/** A text for each plural form of a language (CLDR), chosen by the value `count`. */
export type Forms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

/** A text of the interface with values as `{name}` and links as `<name>text</name>`. */
export type Message = string | Forms;

export type Messages = Readonly<Record<MessageName, Message>>;

/** The interface strings of a site. */
export interface Strings<Name extends MessageName = MessageName> {
  /** BCP 47. */
  readonly language: string;
  readonly messages: Readonly<Record<Name, Message>>;
  /** Path below which the lists in this language are: `/de`. Absent: they are those of the blog's main language. */
  readonly section?: string;
}

/** A run of a message: text, the place of a value, or the text of a link. */
export type MessagePart =
  | string
  | { readonly value: string }
  | { readonly link: string; readonly text: string };

export type MessageValues = Readonly<Record<string, string | number>>;

const PARTS = /<(\w+)>(.*?)<\/\1>|\{(\w+)\}/gs;

/** Some of the messages. */
export function pickMessages<Name extends MessageName>(
  messages: Messages,
  names: readonly Name[],
): Strings<Name>['messages'] {
  return Object.fromEntries(names.map((name) => [name, messages[name]])) as Strings<Name>['messages'];
}

/** A message as text; numbers are written as the language writes them, and a value that is not given stays a name. */
export function formatMessage<Name extends MessageName>(
  strings: Strings<Name>,
  name: Name,
  values: MessageValues = {},
): string {
  const text = selectForm(strings, name, values.count);
  return text.replace(/\{(\w+)\}/g, (place, key: string) => {
    const value = values[key] ?? place;
    return typeof value === 'number' ? formatNumber(value, strings.language) : value;
  });
}

/** The runs of a message, for values and links that are more than text. */
export function splitMessage<Name extends MessageName>(
  strings: Strings<Name>,
  name: Name,
  count?: number,
): MessagePart[] {
  return parseMessage(selectForm(strings, name, count));
}

/** The runs of the text of a message. */
export function parseMessage(text: string): MessagePart[] {
  const parts: MessagePart[] = [];
  let end = 0;
  for (const match of text.matchAll(PARTS)) {
    const [whole, link, inner = '', value = ''] = match;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(link === undefined ? { value } : { link, text: inner });
    end = match.index + whole.length;
  }
  return end < text.length ? [...parts, text.slice(end)] : parts;
}

/** A language by the name that it has in itself, as those who read it look for it. */
export function getOwnName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

/** A number as a language writes it. */
export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(toLocale(language)).format(value);
}

/** A duration in minutes, in words: `9 minutes`. */
export function formatMinutes(minutes: number, language: string): string {
  const options = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(toLocale(language), options).format(minutes);
}

/** A list as a sentence has it, as runs: `A, B and C`. An item stands in it as its index. */
export function splitList(length: number, language: string): (string | number)[] {
  const items = Array.from({ length }, (_, index) => String(index));
  let next = 0;
  return new Intl.ListFormat(toLocale(language), { type: 'conjunction' })
    .formatToParts(items)
    .map(({ type, value }) => (type === 'element' ? next++ : value));
}

/** The same as text. */
export function formatList(items: readonly string[], language: string): string {
  return splitList(items.length, language)
    .map((part) => (typeof part === 'number' ? items[part] : part))
    .join('');
}

function selectForm<Name extends MessageName>(
  { language, messages }: Strings<Name>,
  name: Name,
  count: unknown,
): string {
  const message = messages[name];
  if (typeof message === 'string') return message;
  // Without a count the form is that of other numbers.
  return message[new Intl.PluralRules(language).select(count as number)] ?? message.other;
}

/** "en" alone is American; the site's English is British, as its dates are. */
function toLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
