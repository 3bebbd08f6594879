import type { Manifest } from '../../../lib/search/index-format';
import { formatMessage } from '../../../lib/site/strings/messages';
import { isSlashOn, switchSlash } from '../slash';
import { createElement } from './create-element';

/** Lets the reader keep the / key for other uses, such as dictating or finding in the page (WCAG 2.1.4). */
export function createSlashSwitch(manifest: Manifest): HTMLElement {
  const box = createElement('input', { type: 'checkbox', checked: isSlashOn() });
  box.onchange = () => switchSlash(box.checked);
  return createElement(
    'label',
    { className: 'search-slash' },
    box,
    ` ${formatMessage(manifest, 'slashOpens')}`,
  );
}
