import Script from 'next/script';
import { getElementsPath } from '@/lib/bundles/elements-bundle';
import { getBasePath } from '@/lib/urls';

/** The script of the custom elements; nothing waits for it. */
export function ElementsScript() {
  const path = getElementsPath();
  // Where React runs on a page it puts such scripts in anew: the address has to be the final one.
  if (process.env.NODE_ENV === 'production')
    return <script data-colophon="" src={getBasePath() + path} async />;
  // In development every page is hydrated, and React reports what had been changed on it before.
  return <Script src={path} />;
}
