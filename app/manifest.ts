import type { MetadataRoute } from 'next';
import { getSite } from '@/lib/content/posts';
import { homePath } from '@/lib/urls';

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
    background_color: '#fbfaf9',
    theme_color: '#fbfaf9',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/apple-icon.png', sizes: '180x180', type: 'image/png' },
    ],
  };
}
