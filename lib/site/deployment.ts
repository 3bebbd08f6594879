/** True on a preview deployment of Vercel: a copy of the site at another address, which no search engine is to find. */
export function isPreviewDeployment(): boolean {
  return process.env.VERCEL_ENV === 'preview';
}
