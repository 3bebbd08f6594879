import { readsPath } from '../../lib/urls';
import { withBase } from './with-base';

/** Reports something to the author, without a cookie, unless the browser asks not to be counted. What goes wrong nobody notices. */
export function reportRead(fields: Record<string, string>): void {
  if (navigator.doNotTrack === '1' || Reflect.get(navigator, 'globalPrivacyControl')) return;
  const body = new URLSearchParams(fields);
  fetch(withBase(readsPath), { method: 'POST', body, credentials: 'omit', keepalive: true }).catch(
    () => undefined,
  );
}
