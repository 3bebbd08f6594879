import type { Site } from '../site/site';
import type { CspSources } from './csp';

/** What the features switched on in the settings load from elsewhere. */
export function toCspSources({ analytics }: Site): CspSources {
  if (!analytics) return {};
  const origin = new URL(analytics.script).origin;
  return { 'script-src': [origin], 'connect-src': [...new Set([origin, ...analytics.sendsTo])] };
}
