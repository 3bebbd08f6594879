import { isIsoDate } from '../dates';
import { type Block, type Field, type FieldItem, lineEnd } from './front-matter-field';
import { parseToml } from './toml';
import { findTomlPlaces, type TomlPlace } from './toml-places';

/** The front matter of a file between lines of three plus signs. Throws where it is not TOML. */
export function readTomlBlock(source: string): Block {
  const match = /^(\uFEFF?\+\+\+[ \t]*(\r?\n))([\s\S]*?)^\+\+\+[ \t]*$/m.exec(source);
  if (!match || match.index > 0) throw new Error('The front matter cannot be read.');
  const [, opening = '', eol = '\n', text = ''] = match;
  const [problem] = parseToml(text, 'The front matter').problems;
  if (problem) throw new Error(problem.message);
  return {
    start: opening.length,
    eol,
    fields: listFields(source, opening.length, findTomlPlaces(text)),
    toPair: (name, value) => `${name} = ${value}`,
    toScalar: writeScalar,
  };
}

/** Dates are values of their own, and other engines want them so. */
function writeScalar(value: string | boolean, name: string): string {
  return typeof value === 'boolean' || (name === 'date' && isIsoDate(value))
    ? String(value)
    : JSON.stringify(value);
}

/** The fields outside of tables, and the tags that Zola keeps in one. */
function listFields(source: string, from: number, places: ReadonlyMap<string, TomlPlace>): Field[] {
  const fields: Field[] = [];
  for (const [id, { key, value, raw }] of places) {
    const path = id.split('\0');
    const isField = path.length === 1 || (path.length === 2 && path[0] === 'taxonomies');
    if (raw === '' || !isField) continue;
    const extent = { start: from + value, end: from + value + raw.length };
    const items = raw.startsWith('[') ? listItems(from, id, places) : undefined;
    fields.push({
      name: path.at(-1) ?? '',
      start: from + key,
      end: lineEnd(source, extent.end),
      value: extent,
      text: toText(raw),
      isFlow: items !== undefined,
      ...(items && { items }),
    });
  }
  return fields;
}

function listItems(from: number, id: string, places: ReadonlyMap<string, TomlPlace>): FieldItem[] {
  const items: FieldItem[] = [];
  for (let place = places.get(`${id}\0${0}`); place; place = places.get(`${id}\0${items.length}`)) {
    const { value, raw } = place;
    items.push({ start: from + value, end: from + value + raw.length, text: toText(raw) });
  }
  return items;
}

function toText(raw: string): string {
  if (!/^["']/.test(raw)) return /^[[{]/.test(raw) ? '' : raw;
  const { value } = parseToml(`text = ${raw}`, 'The field');
  return typeof value === 'object' && !Array.isArray(value) ? String(value.text) : '';
}
