import type { MetadataRoute } from 'next';
import { getSite } from '@/lib/content/posts';
import { PALETTE } from '@/lib/site/palette';
import { homePath, iconPath, tilePath } from '@/lib/urls';

export default function manifest(): MetadataRoute.Manifest {
  const { title, description, language } = getSite();
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
