import { createElement } from './create-element';

export interface Filter {
  readonly select: HTMLSelectElement;
  /** What is chosen as soon as there is such an option. */
  wanted: string;
  /** Offers values with their labels, once. */
  fill(options: readonly (readonly [value: string, label: string])[]): void;
}

/** A list to choose from; the first choice leaves it open. */
export function createFilter(name: string, label: string, any: string): Filter {
  const select = createElement(
    'select',
    { name, ariaLabel: label },
    createElement('option', { value: '' }, any),
  );
  const filter: Filter = {
    select,
    wanted: '',
    fill(options) {
      if (select.options.length > 1) return;
      select.append(...options.map(([value, text]) => createElement('option', { value }, text)));
      select.value = options.some(([value]) => value === filter.wanted) ? filter.wanted : '';
    },
  };
  return filter;
}
