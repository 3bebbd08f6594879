import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Analytics } from '@/components/analytics';
import { directionOf } from '@/components/direction';
import { SiteFooter } from '@/components/site-footer';
import { SiteHeader } from '@/components/site-header';
import { formatMessage, pickMessages } from '@/lib/messages';
import { PALETTE } from '@/lib/site/palette';
import { PAGE_MESSAGES } from '@/lib/site/strings/page-messages';
import { getBasePath, iconPath, tilePath } from '@/lib/urls';
import { getIndex, getStrings } from '@/lib/views/current-index';
import { viewFrame } from '@/lib/views/frame';
import { toFeedLinks } from '@/lib/views/metadata';
import { DevPolicy } from './_shared/dev-policy';
import { ElementsScript } from './_shared/elements-script';
import './_shared/fonts';
import './_shared/globals.css';
import { renderPart } from './_shared/render-part';
import { SiteStyle } from './_shared/site-style';
import { SpeculationRules } from './_shared/speculation-rules';
import { APPLY_THEME } from './_shared/theme-script';

export function generateMetadata(): Metadata {
  const { audience, site } = viewFrame(getIndex());
  const { url, title, description } = site;
  return {
    metadataBase: new URL(url),
    title: { default: title, template: `%s · ${title}` },
    description,
    // For pages that have no address of their own; others bring these links along.
    alternates: { types: toFeedLinks(site) },
    icons: {
      icon: { url: getBasePath() + iconPath, sizes: 'any', type: 'image/svg+xml' },
      apple: { url: getBasePath() + tilePath, sizes: '180x180', type: 'image/png' },
    },
    ...(audience === 'author' && { robots: { index: false, follow: false } }),
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: PALETTE.light.paper },
    { media: '(prefers-color-scheme: dark)', color: PALETTE.dark.paper },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { site, years } = viewFrame(getIndex());
  const strings = getStrings();
  const footer = await renderPart('footer');
  return (
    // The script above may set data-theme before React reads the page.
    <html lang={site.language} dir={directionOf(site.language)} suppressHydrationWarning>
      <head>
        <DevPolicy />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this project. */}
        <script data-colophon="" dangerouslySetInnerHTML={{ __html: APPLY_THEME }} />
        <ElementsScript />
        <Analytics analytics={site.analytics} />
        <SiteStyle />
      </head>
      <body data-strings={JSON.stringify(pickMessages(strings.messages, PAGE_MESSAGES))}>
        <a className="skip-link" href="#main">
          {formatMessage(strings, 'skipLink')}
        </a>
        <SiteHeader site={site} strings={strings} />
        <main id="main" className="site-main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter site={site} years={years} strings={strings}>
          {footer}
        </SiteFooter>
        <SpeculationRules />
      </body>
    </html>
  );
}
