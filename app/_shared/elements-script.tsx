import Script from 'next/script';
import { getElementsPath } from '@/lib/bundles/elements-bundle';

/** The script of the custom elements; nothing waits for it. */
export function ElementsScript() {
  const path = getElementsPath();
  if (process.env.NODE_ENV === 'production') return <script data-colophon="" src={path} async />;
  // In development every page is hydrated, and React reports what had been changed on it before.
  return <Script src={path} />;
}
