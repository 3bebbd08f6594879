import { PHASE_PRODUCTION_BUILD } from 'next/constants';
import type { Site } from '@/lib/site/site';

/**
 * The script that counts visits, where the settings name one; nothing waits for it. It stands in pages that a build
 * makes: development is not counted, and what is made on request is a shared draft, whose address is a secret.
 */
export function Analytics({ analytics }: Pick<Site, 'analytics'>) {
  if (!analytics || process.env.NEXT_PHASE !== PHASE_PRODUCTION_BUILD) return null;
  return <script data-colophon="" async src={analytics.script} {...analytics.attributes} />;
}
