import type { ReactNode } from 'react';
import { Analytics } from '@/components/analytics';
import { directionOf } from '@/components/direction';
import { SiteFooter } from '@/components/site-footer';
import { SiteHeader } from '@/components/site-header';
import type { ContentIndex } from '@/lib/content/content-index';
import { formatMessage, pickMessages } from '@/lib/site/strings/messages';
import { PAGE_MESSAGES } from '@/lib/site/strings/page-messages';
import { viewFrame } from '@/lib/views/frame';
import { DevPolicy } from './dev-policy';
import { ElementsScript } from './elements-script';
import { FramedAuthorBar } from './framed-author-bar';
import { renderPart } from './render-part';
import { SiteStyle } from './site-style';
import { SpeculationRules } from './speculation-rules';
import { ThemeScript } from './theme-script';

interface FrameProps {
  /** The section whose language it is in. */
  section: ContentIndex;
  children: ReactNode;
}

/** What stands around every page, from `html` on. */
export async function Frame({ section, children }: FrameProps) {
  const { site, sections, years, strings } = viewFrame(section);
  const footer = await renderPart('footer', section);
  return (
    // The script above may set data-theme before React reads the page.
    <html lang={site.language} dir={directionOf(site.language)} suppressHydrationWarning>
      <head>
        <DevPolicy />
        <ThemeScript />
        <ElementsScript />
        <Analytics analytics={site.analytics} />
        <SiteStyle />
      </head>
      <body
        data-strings={JSON.stringify(pickMessages(strings.messages, PAGE_MESSAGES))}
        data-section={strings.section}
      >
        <a className="skip-link" href="#main">
          {formatMessage(strings, 'skipLink')}
        </a>
        <SiteHeader site={site} sections={sections} strings={strings} />
        <main id="main" className="site-main" tabIndex={-1}>
          {children}
        </main>
        <FramedAuthorBar section={section} />
        <SiteFooter site={site} years={years} strings={strings}>
          {footer}
        </SiteFooter>
        <SpeculationRules />
      </body>
    </html>
  );
}
