import type { MetadataRoute } from 'next';
import type { ContentIndex } from '../content/content-index';
import { PALETTE } from '../site/palette';
import { homePath, iconPath, tilePath } from '../urls';

/** What a system needs to know to keep the site like a program. */
export function viewManifest({
  site: { title, description, language },
}: ContentIndex): MetadataRoute.Manifest {
  return {
    id: homePath,
    name: title,
    short_name: title,
    description,
    lang: language,
    start_url: homePath,
    scope: homePath,
    display: 'minimal-ui',
    background_color: PALETTE.light.paper,
    theme_color: PALETTE.light.paper,
    icons: [
      { src: iconPath, sizes: 'any', type: 'image/svg+xml' },
      { src: tilePath, sizes: '180x180', type: 'image/png' },
    ],
  };
}
