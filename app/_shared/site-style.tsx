import { getContent } from '@/lib/content/posts';
import { formatSiteStyle } from '@/lib/fonts/site-style';

/** The text of the style sheet, as it stands in every page of a build; in development settings change. */
export function getSiteStyle(): string {
  if (process.env.NODE_ENV === 'production') return process.env.SITE_STYLE ?? '';
  const { site, root } = getContent();
  return formatSiteStyle(site, root);
}

/** The blog's own accent and faces, where the settings give it any. */
export function SiteStyle() {
  const css = getSiteStyle();
  if (css === '') return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made of settings that were checked.
  return <style dangerouslySetInnerHTML={{ __html: css }} />;
}
