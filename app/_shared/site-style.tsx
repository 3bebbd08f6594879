import { getOptionalStyles } from '@/lib/bundles/optional-styles';
import { getContent } from '@/lib/content/posts';
import { formatSiteStyle } from '@/lib/fonts/site-style';
import { embedStyle } from '@/lib/site/embed-style';

/** The text of the style sheet, as it stands in every page of a build; in development settings change. */
export function getSiteStyle(): string {
  if (process.env.NODE_ENV === 'production') return process.env.SITE_STYLE ?? '';
  const index = getContent();
  const { site, root, files } = index;
  return formatSiteStyle(site, root) + getOptionalStyles(index) + embedStyle(files.style?.source ?? '');
}

/** The blog's own accent, fonts and style sheet, where it has any. */
export function SiteStyle() {
  const css = getSiteStyle();
  if (css === '') return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made of settings and a style sheet that were checked.
  return <style dangerouslySetInnerHTML={{ __html: css }} />;
}
