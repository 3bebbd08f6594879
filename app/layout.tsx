import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { isPreviewDeployment } from '@/lib/site/deployment';
import { getDrawnColours } from '@/lib/site/own-colours';
import { getBasePath, iconPath, tilePath } from '@/lib/urls';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { viewFrame } from '@/lib/views/frame';
import { toFeedLinks } from '@/lib/views/metadata';
import './_shared/fonts';
import { Frame } from './_shared/frame';
import './_shared/globals.css';

export function generateMetadata(): Metadata {
  const { audience, site } = viewFrame(getIndex());
  const { url, title, description } = site;
  return {
    metadataBase: new URL(url),
    title: { default: title, template: `%s · ${title}` },
    description,
    // For pages that have no address of their own; others bring these links along.
    alternates: { types: toFeedLinks(site, getStrings()) },
    icons: {
      icon: { url: getBasePath() + iconPath, sizes: 'any', type: 'image/svg+xml' },
      apple: { url: getBasePath() + tilePath, sizes: '180x180', type: 'image/png' },
    },
    ...((audience === 'author' || isPreviewDeployment()) && { robots: { index: false, follow: false } }),
  };
}

export function generateViewport(): Viewport {
  const index = getIndex();
  return {
    colorScheme: 'light dark',
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: getDrawnColours(index, 'light').paper },
      { media: '(prefers-color-scheme: dark)', color: getDrawnColours(index, 'dark').paper },
    ],
  };
}

/** Where a blog has sections in several languages, each page brings along the frame of its own. */
export default function RootLayout({ children }: { children: ReactNode }) {
  const index = getIndex();
  return index.site.languages.length > 0 ? children : <Frame section={index}>{children}</Frame>;
}
