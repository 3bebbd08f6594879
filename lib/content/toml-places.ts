import type { YamlPath } from './yaml';

/** Where a value of a TOML text stands, and how it is written. */
export interface TomlPlace {
  /** Offsets of its key and of itself. An item of a list has no key: that of the list. */
  readonly key: number;
  readonly value: number;
  /** As its author wrote it: `2024-02-31`. */
  readonly raw: string;
}

/** The places of all values of a TOML text that has no errors, by their paths. The parser knows none. */
export function findTomlPlaces(text: string): ReadonlyMap<string, TomlPlace> {
  const places = new Map<string, TomlPlace>();
  const counts = new Map<string, number>();
  let at = 0;
  let table: YamlPath = [];

  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at;
    at += pattern.exec(text)?.[0].length ?? 0;
  };
  const readKey = (): string[] => {
    const names: string[] = [];
    do {
      if (text[at] === '.') at += 1;
      skip(BLANKS);
      const from = at;
      skip(KEY);
      names.push(toName(text.slice(from, at)));
      skip(BLANKS);
    } while (text[at] === '.' && at < text.length);
    return names;
  };
  const readPair = (parent: YamlPath) => {
    const key = at;
    const path = [...parent, ...readKey()];
    at += 1;
    skip(BLANKS);
    readValue(path, key);
  };
  const readValue = (path: YamlPath, key: number) => {
    const value = at;
    const close = text[at] === '[' ? ']' : text[at] === '{' ? '}' : undefined;
    if (close === undefined) skip(/^["']/.test(text.slice(at, at + 1)) ? STRING : BARE);
    else {
      at += 1;
      for (let index = 0; ; index++) {
        skip(GAP);
        if (text[at] === close || at >= text.length) break;
        const before = at;
        if (close === ']') readValue([...path, index], key);
        else readPair(path);
        skip(GAP);
        if (text[at] === ',') at += 1;
        if (at === before) break;
      }
      at += 1;
    }
    places.set(path.join('\0'), { key, value, raw: text.slice(value, at).trim() });
  };
  const readTable = () => {
    const key = at;
    const isList = text.startsWith('[[', at);
    at += isList ? 2 : 1;
    const names = readKey();
    at += isList ? 2 : 1;
    const path: (string | number)[] = [];
    for (const [index, name] of names.entries()) {
      path.push(name);
      const id = path.join('\0');
      if (!places.has(id)) places.set(id, { key, value: key, raw: '' });
      if (isList && index === names.length - 1) counts.set(id, (counts.get(id) ?? -1) + 1);
      const count = counts.get(id);
      if (count !== undefined) path.push(count);
    }
    table = path;
    const id = table.join('\0');
    if (!places.has(id)) places.set(id, { key, value: key, raw: '' });
  };

  for (skip(GAP); at < text.length; skip(GAP)) {
    if (text[at] === '[') readTable();
    else readPair(table);
  }
  return places;
}

const BLANKS = /[ \t]*/y;
const GAP = /(?:\s|#[^\n]*)*/y;
const KEY = /"(?:[^"\\]|\\.)*"|'[^']*'|[^\s.=\]]*/y;
const STRING = /"""[\s\S]*?(?<!\\)"""+|'''[\s\S]*?'''+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;
const BARE = /[^,\]}\n#]*/y;

function toName(written: string): string {
  return written.replace(/^(["'])(.*)\1$/s, '$2');
}
