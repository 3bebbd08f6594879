import type { Site } from './site';

/** What readers can do here, as `READERS` in the environment says it to what is built; empty where nothing. */
export function formatReaderParts({ readers }: Pick<Site, 'readers'>): string {
  if (!readers) return '';
  const parts = (['comments', 'thanks', 'mentions', 'subscriptions', 'reads'] as const).filter(
    (part) => readers[part],
  );
  return ['moderate', ...parts].join(' ');
}
