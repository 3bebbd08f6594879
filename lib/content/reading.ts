import type { YamlPath, YamlValue } from './yaml';

/** Something that was read otherwise than it is written; `as` is absent for what this blog has in another form. */
export interface Renamed {
  readonly field: string;
  readonly as?: string;
  /** What of the field alone was read so: an item of a list, or the whole value. */
  readonly value?: { readonly text: string; readonly path: YamlPath };
}

/** A front matter of another engine while it is read as one of ours. */
export interface Reading {
  /** The fields as they are written. */
  readonly data: Readonly<Record<string, YamlValue>>;
  /** The fields as they are meant. */
  readonly read: Record<string, YamlValue>;
  /** Names of fields that such a document can have. */
  readonly known: readonly string[];
  readonly renamed: Renamed[];
  /** Where a field (`date`) or an item of it (`aliases.0`) is written, where that is elsewhere. */
  readonly sources: Map<string, YamlPath>;
  /** Reads a field, or what is at a path, as another field. */
  move(field: string, as: string, value: YamlValue, path: YamlPath): void;
}

export function startReading(data: Reading['data'], known: readonly string[]): Reading {
  const read: Record<string, YamlValue> = { ...data };
  const renamed: Renamed[] = [];
  const sources = new Map<string, YamlPath>();
  const move = (field: string, as: string, value: YamlValue, path: YamlPath) => {
    read[as] = value;
    sources.set(as, path);
    if (field === as) return;
    delete read[field];
    renamed.push({ field, as });
  };
  return { data, read, known, renamed, sources, move };
}
