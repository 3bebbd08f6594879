import type { Site } from '@/lib/site';

/** The script that counts visits, where the settings name one; nothing waits for it, and development is not counted. */
export function Analytics({ analytics }: Pick<Site, 'analytics'>) {
  if (!analytics || process.env.NODE_ENV !== 'production') return null;
  return <script data-colophon="" async src={analytics.script} {...analytics.attributes} />;
}
