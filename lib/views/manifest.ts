import type { MetadataRoute } from 'next';
import type { ContentIndex } from '../content/content-index';
import { getDrawnColours } from '../site/own-colours';
import { getBasePath, homePath, iconPath, tilePath } from '../urls';

/** What a system needs to know to keep the site like a program. */
export function viewManifest(index: ContentIndex): MetadataRoute.Manifest {
  const { title, description, language } = index.site;
  const { paper } = getDrawnColours(index, 'light');
  const base = getBasePath();
  const home = base || homePath;
  return {
    id: home,
    name: title,
    short_name: title,
    description,
    lang: language,
    start_url: home,
    scope: home,
    display: 'minimal-ui',
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: base + iconPath, sizes: 'any', type: 'image/svg+xml' },
      { src: base + tilePath, sizes: '180x180', type: 'image/png' },
    ],
  };
}
