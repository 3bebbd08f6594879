import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Place } from './problems';

/** A path into a YAML document: keys and list positions. */
export type YamlPath = readonly (string | number)[];

/** A YAML value in which every scalar is still the text its author wrote. */
export type YamlValue = string | YamlValue[] | { [key: string]: YamlValue };

export interface YamlFault extends Place {
  readonly message: string;
}

export interface ParsedYaml {
  readonly value: YamlValue | undefined;
  readonly faults: readonly YamlFault[];
  /** Where a value (or with `key` its key) stands; the nearest parent's place for a path that is not there. */
  place(path: YamlPath, part?: 'key' | 'value'): Place;
  /** True where the value is written in quotes. */
  isQuoted(path: YamlPath): boolean;
}

/**
 * Parses YAML with the failsafe schema: `2024-02-31`, `no` and `1.0` stay text, so that validation can be strict.
 * Places count from the given line of the file. Never throws: syntax errors are faults, and so are aliases, since
 * expanding them would let a few lines grow into gigabytes.
 */
export function parseYaml(text: string, firstLine = 1): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    merge: false,
  });
  const toPlace = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const faults = [...document.errors, ...document.warnings].map((error) => ({
    ...toPlace(error.pos[0]),
    message: error.message,
  }));
  visit(document, {
    Alias: (_, node) => {
      faults.push({ ...toPlace(node.range?.[0] ?? 0), message: 'alias' });
    },
  });
  const root = document.contents as Node | null;
  return {
    value: faults.length > 0 || root === null ? undefined : toPlain(root),
    faults,
    place: (path, part = 'value') => toPlace(findOffset(root, path, part)),
    isQuoted: (path) => isQuotedScalar(document.getIn(path, true)),
  };
}

function toPlain(node: unknown): YamlValue {
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : '';
  if (isSeq(node)) return node.items.map(toPlain);
  if (isMap(node)) {
    return Object.fromEntries(node.items.map((pair) => [scalarText(pair.key), toPlain(pair.value)]));
  }
  return '';
}

function findOffset(root: Node | null, path: YamlPath, part: 'key' | 'value'): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => scalarText(item.key) === step);
      if (!pair) return offset;
      const key = (pair.key as Node | null)?.range?.[0] ?? offset;
      const value = (pair.value as Node | null)?.range;
      // An empty value has no extent of its own: point at the key.
      const isEmpty = isScalar(pair.value) && pair.value.source === '';
      offset = (isLast && part === 'key') || isEmpty || !value ? key : value[0];
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function scalarText(key: unknown): string {
  return isScalar(key) ? String(key.value ?? '') : String(key);
}

function isQuotedScalar(node: unknown): boolean {
  return isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
}
