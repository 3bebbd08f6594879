import type { Site } from './site';

/** What readers can do here, as `READERS` in the environment says it to what is built; empty where nothing. */
export function formatReaderParts({ readers }: Pick<Site, 'readers'>): string {
  if (!readers) return '';
  return [
    'moderate',
    ...(readers.comments ? ['comments'] : []),
    ...(readers.thanks ? ['thanks'] : []),
    ...(readers.mentions ? ['mentions'] : []),
  ].join(' ');
}
