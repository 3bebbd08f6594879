/** Where an element belongs, by its name: what can hold it, and how an author says that. */
export const HOMES: Readonly<Record<string, readonly [parents: readonly string[], home: string]>> = {
  li: [['ul', 'ol', 'menu'], '<ul> or <ol>'],
  dt: [['dl', 'div'], '<dl>'],
  dd: [['dl', 'div'], '<dl>'],
  caption: [['table'], '<table>'],
  colgroup: [['table'], '<table>'],
  col: [['colgroup', 'table'], '<colgroup>'],
  thead: [['table'], '<table>'],
  tbody: [['table'], '<table>'],
  tfoot: [['table'], '<table>'],
  tr: [['thead', 'tbody', 'tfoot', 'table'], '<table>'],
  th: [['tr'], '<tr>'],
  td: [['tr'], '<tr>'],
  summary: [['details'], '<details>'],
  figcaption: [['figure'], '<figure>'],
  legend: [['fieldset', 'optgroup'], '<fieldset>'],
  option: [['select', 'optgroup', 'datalist'], '<select>'],
  optgroup: [['select'], '<select>'],
};

/** What alone can be directly in an element, by its name, and what everything else is put into. */
export const CONTENTS: Readonly<Record<string, readonly [children: readonly string[], within: string]>> = {
  ul: [['li'], '<li>'],
  ol: [['li'], '<li>'],
  menu: [['li'], '<li>'],
  dl: [['dt', 'dd', 'div'], '<dt> or <dd>'],
  table: [['caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr'], 'a cell, <td>'],
  thead: [['tr'], 'a cell, <td>'],
  tbody: [['tr'], 'a cell, <td>'],
  tfoot: [['tr'], 'a cell, <td>'],
  tr: [['th', 'td'], 'a cell, <td>'],
  colgroup: [['col'], '<caption>'],
};

/** Allowed everywhere. */
export const ANYWHERE = /^(?:script|template|style)$/;

/** Elements that hold a line of text: words, and what stands among words. */
export const LINE = /^(?:p|h[1-6]|pre|summary|legend|button|label)$/;

/** The same among words: where HTML is parsed, blocks are in these because one of them was never closed. */
export const SPAN =
  /^(?:span|em|strong|b|i|u|s|strike|small|big|font|code|kbd|samp|var|mark|sub|sup|abbr|q|cite|dfn|time|data|bdi|bdo|tt)$/;

/** Elements that stand for themselves, not among words. */
export const BLOCK =
  /^(?:address|article|aside|blockquote|center|details|dialog|dir|div|dl|fieldset|figure|footer|form|h[1-6]|header|hgroup|hr|main|menu|nav|ol|p|pre|search|section|table|ul)$/;

/** What a reader clicks. */
export const CONTROL = /^(?:a|button|details|select|textarea|iframe|label)$/;
